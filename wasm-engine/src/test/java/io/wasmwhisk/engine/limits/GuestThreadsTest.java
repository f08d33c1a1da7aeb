// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuestThreadsTest {
  /** More than the address space of any processor. */
  private static final long STACK_NOBODY_HAS = 1L << 60;

  @Test
  void aThreadThatTheSystemDoesNotGiveIsNoError() {
    try (GuestThreads threads = new GuestThreads(STACK_NOBODY_HAS)) {
      assertThat(threads.tryRun(() -> {})).isFalse();
    }
  }
}
