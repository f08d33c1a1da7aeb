// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wasmwhisk.cli.bench.call.Activation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChurnStageTest {
  private static final ChurnSettings SETTINGS =
      new ChurnSettings(
          List.of(1, 1_000), 10, Duration.ofSeconds(1), Duration.ofSeconds(1), 16, 0.9);
  private static final long SECOND = 1_000_000_000;

  private static ChurnCall call(long appointed, long nanos, Optional<String> complaint) {
    return new ChurnCall(appointed, nanos, new Activation(0, nanos, 0, 3, 4, complaint));
  }

  /** Ten calls in a second, whose last answer comes so late. */
  private static ChurnStage stage(int functions, long last) {
    List<ChurnCall> calls = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      calls.add(call(i * SECOND / 10, i == 9 ? last : SECOND / 100, Optional.empty()));
    }
    return new ChurnStage(functions, 10, calls, List.of());
  }

  @Test
  void whoKeepsUpAnswersAsManyAsBegin() {
    assertThat(stage(1, SECOND / 100).answered()).isCloseTo(10, within(1e-9));
    assertThat(stage(1, SECOND / 10).held(0.9)).isTrue();
  }

  @Test
  void lateAnswersAreACollapse() {
    assertThat(stage(1, SECOND).answered()).isCloseTo(10 / 1.9, within(1e-9));
    assertThat(stage(1, SECOND).held(0.9)).isFalse();
  }

  @Test
  void aWrongAnswerIsACollapseAndNoTime() {
    ChurnStage stage =
        new ChurnStage(
            1, 10, List.of(call(0, 5, Optional.empty()), call(0, 7, Optional.of("x"))), List.of());

    assertThat(stage.held(0.1)).isFalse();
    assertThat(stage.times().count()).isEqualTo(1);
    assertThat(stage.cold()).isEqualTo(1);
    assertThat(stage.processors()).isNaN();
  }

  @Test
  void theVerdictComparesTheMostFunctionsWithTheFewest() {
    StringWriter printed = new StringWriter();
    ChurnReport report =
        new ChurnReport(
            "a machine", SETTINGS, List.of(stage(1, SECOND / 100), stage(1_000, SECOND)));

    report.printLast(new PrintWriter(printed));
    report.printVerdict(new PrintWriter(printed));

    assertThat(report.held()).isFalse();
    assertThat(printed.toString())
        .isEqualToIgnoringNewLines(
            """
                 1000      10.0       5.3    10.00  1000.00   2.72    100     -        -        -        -       -      0  COLLAPSED

            With 1000 functions in place of 1, 0.526 times as many calls were answered; at least 0.90 of those begun must be: COLLAPSED.
            """);
  }

  @Test
  void settingsThatMeasureNothingAreRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new ChurnSettings(List.of(0), 1, second, second, 16, 0.9))
        .hasMessage("0 functions are none to call");
    assertThatThrownBy(() -> new ChurnSettings(List.of(1), 0, second, second, 16, 0.9))
        .hasMessage("a rate of 0.0 calls a second is none");
    assertThatThrownBy(
            () -> new ChurnSettings(List.of(1), 0.5, second, Duration.ofMillis(1), 16, 0.9))
        .hasMessage("0.5 calls a second for 1 ms are less than one");
  }
}
