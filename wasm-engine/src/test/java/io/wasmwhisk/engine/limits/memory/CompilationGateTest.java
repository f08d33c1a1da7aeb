// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CompilationGateTest {
  private static final int KIB = 1024;

  private final CompilationGate gate = new CompilationGate(100 * KIB);

  @Test
  void modulesComeInWhileTheyFitTogether() throws Exception {
    try (CompilationGate.Passage first = gate.enter(60 * KIB);
        CompilationGate.Passage second = gate.enter(40 * KIB)) {
      assertThat(first).isNotSameAs(second);
    }
  }

  @Test
  void oneTooManyWaitsForAnotherToLeave() throws Exception {
    CompilationGate.Passage first = gate.enter(61 * KIB);
    CompletableFuture<CompilationGate.Passage> second =
        CompletableFuture.supplyAsync(() -> gate.enter(40 * KIB));
    assertThat(second).isNotDone();

    first.close();
    second.get(30, TimeUnit.SECONDS).close();
    gate.enter(100 * KIB).close();
  }

  @Test
  void aModuleWiderThanTheGate() {
    assertThatThrownBy(() -> gate.enter(100 * KIB + 1))
        .hasMessage("a module of 102401 bytes is wider than the gate of 102400 bytes");
  }

  @Test
  void theGateOfAHeap() {
    assertThat(CompilationGate.ofHeap(24L << 20).width()).isEqualTo(1 << 20);
  }
}
