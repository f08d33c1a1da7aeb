// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.cli.json.JsonMembers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {
  private static final Path ACTIONS = Path.of("..", "actions");

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 3", "3, 5", "6, 13", "7, 17", "10000, 104729", "1000000, 15485863"})
  void primesAreNumberedFromOne(int number, int prime) {
    assertThat(Primes.nth(number)).isEqualTo(prime);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50_000_001})
  void primesHaveBounds(int number) {
    assertThatThrownBy(() -> Workload.prime(number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("prime number %d cannot be asked for: 1 to 50000000".formatted(number));
  }

  @Test
  void onlyTheResultOfTheCallIsRight() {
    Workload prime = Workload.prime(10_000);

    assertThat(prime.parameters().toString()).isEqualTo("{\"nth\":10000}");
    assertThat(prime.isRight().test(JsonMembers.of("{\"prime\":104729}"))).isTrue();
    assertThat(prime.isRight().test(JsonMembers.of("{\"prime\":104723}"))).isFalse();
    assertThat(prime.isRight().test(JsonMembers.of("{\"prime\":1e5}"))).isFalse();
    assertThat(Workload.NET.isRight().test(JsonMembers.of("{\"sleptMs\":300}"))).isTrue();
    assertThat(Workload.NET.isRight().test(JsonMembers.of("{\"sleptMs\":299}"))).isFalse();
    assertThat(Workload.HELLO.isRight().test(JsonMembers.of("{}"))).isFalse();
  }

  @Test
  void everyProgramIsThereInBothLanguages() throws Exception {
    for (Workload each : List.of(Workload.HELLO, Workload.HASH, Workload.NET, Workload.prime(1))) {
      assertThat(each.code(ACTIONS, Language.WASM)).startsWith(0, 'a', 's', 'm');
      assertThat(
              new String(
                  each.code(ACTIONS, Language.JAVASCRIPT), java.nio.charset.StandardCharsets.UTF_8))
          .startsWith("// SPDX-License-Identifier")
          .contains("function main(");
    }
  }
}
