// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HistogramTest {
  private static final String PRINTED =
      """
       num     #instances         #bytes  class name (module)
      -------------------------------------------------------
         1:        138208       12345678  [B (java.base@25.0.3)
         2:           120          40000  [Lcom.oracle.truffle.api.nodes.Node;
         3:           100           3000  io.wasmwhisk.engine.CompiledModule
         4:            10            300  org.apache.openwhisk.core.containerpool.wasm.WasmContainer
         5:            10            200  org.apache.openwhisk.core.containerpool.ContainerProxy
      Total        138448       12389178
      """;

  @Test
  void itTellsAllBytesAndOurs() {
    Histogram histogram = Histogram.parse(PRINTED);

    assertThat(histogram.total()).isEqualTo(12_389_178);
    assertThat(histogram.ours()).isEqualTo(43_300);
  }

  @Test
  void itKeepsTheClassesWithManyBytes() {
    assertThat(Histogram.parse(PRINTED).large())
        .containsOnlyKeys("[B", "[Lcom.oracle.truffle.api.nodes.Node;")
        .containsEntry("[B", 12_345_678L);
  }

  @Test
  void anotherTextIsNone() {
    assertThatThrownBy(() -> Histogram.parse("Unknown diagnostic command"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this is no class histogram: Unknown diagnostic command");
  }
}
