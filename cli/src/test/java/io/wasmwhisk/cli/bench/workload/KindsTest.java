// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KindsTest {
  @Test
  void absentKindsAreNamedWithTheReason() {
    Kinds kinds =
        Kinds.find(
            List.of("wasm", "nodejs:20", "wasm:js", "php:8", "go:1.20", "wasm"),
            List.of("wasm", "wasm:js", "nodejs:18", "php:8"));

    assertThat(kinds.present())
        .containsExactly(new Kind("wasm", Language.WASM), new Kind("wasm:js", Language.JAVASCRIPT));
    assertThat(kinds.absent())
        .containsExactly(
            "nodejs:20: the server has only nodejs:18, php:8, wasm, wasm:js",
            "php:8: the programs are there as modules and in JavaScript only",
            "go:1.20: the server has only nodejs:18, php:8, wasm, wasm:js");
  }

  @Test
  void aServerMayHaveNone() {
    assertThat(Kinds.find(List.of("nodejs:20"), List.of()).absent())
        .containsExactly("nodejs:20: the server has no kinds");
  }

  @Test
  void aKindsNameBecomesPartOfAnActions() {
    assertThat(new Kind("nodejs:20", Language.JAVASCRIPT).word()).isEqualTo("nodejs-20");
  }
}
