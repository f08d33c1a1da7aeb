// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.tests.cli.Tool;
import io.wasmwhisk.tests.cli.Tool.Ended;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With tiny parameters; what they really are is {@code ./wasmwhisk bench cold} and so on. */
class EvaluationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cold --most 2 --repeats 1 --pause 1ms --warm-up 1ms",
        "concurrency --most 2 --step 500ms --warm-up 1ms --programs hello",
        "mixed --shares 50 --requests 4 --samples 2 --prime 100000 --warm-up 1ms"
      })
  void aProgramStartsItsOwnServerAndEveryAnswerIsRight(String program) throws Exception {
    Ended ended = Tool.wasmwhisk().and("bench").and(program.split(" ")).and("--heap", "512m").run();

    assertThat(ended.err().lines()).allMatch(line -> line.startsWith("wasmwhisk: "));
    assertThat(ended.out())
        .contains("; wasmwhisk standalone, heap 512m\n", "\nwasm ")
        .doesNotContain("WRONG");
    assertThat(ended.code()).isZero();
  }
}
