// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContainerCountTest {
  private final ContainerCount count = new ContainerCount();

  @Test
  void aContainerIsBusyFromItsFirstCallToItsLast() {
    ContainerCount.Member one = count.new Member();
    ContainerCount.Member other = count.new Member();
    expect(0, 2);
    one.begin();
    one.begin();
    expect(1, 1);
    one.end();
    expect(1, 1);
    other.begin();
    expect(2, 0);
    one.end();
    other.end();
    expect(0, 2);
  }

  @Test
  void aContainerThatIsDestroyedCountsNoMore() {
    ContainerCount.Member one = count.new Member();
    one.begin();
    one.leave();
    one.leave();
    expect(0, 0);
    one.end();
    one.begin();
    one.end();
    expect(0, 0);
  }

  private void expect(int busy, int idle) {
    assertThat(count.busy()).isEqualTo(busy);
    assertThat(count.idle()).isEqualTo(idle);
  }
}
