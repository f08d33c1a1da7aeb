// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The lines that peers in other languages read. */
class RequestTest {
  @Test
  void eachIsOneLineOfANameAndWholeNumbers() {
    assertThat(new Request.New(Duration.ofSeconds(2), 3).line()).isEqualTo("new 2000 3");
    assertThat(new Request.Calls(2, Duration.ofSeconds(1), Duration.ofMillis(5)).line())
        .isEqualTo("calls 2 1000 5000 20000");
    assertThat(new Request.Live(20).line()).isEqualTo("live 20");
    assertThat(new Request.Overhead(500).line()).isEqualTo("overhead 500");
    assertThat(new Request.Course(50, Duration.ofSeconds(5), Duration.ofSeconds(12)).line())
        .isEqualTo("course 50 5000 12000");
  }
}
