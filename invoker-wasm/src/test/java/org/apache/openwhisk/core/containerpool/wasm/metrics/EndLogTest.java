// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.Completion;
import io.wasmwhisk.engine.Outcome;
import io.wasmwhisk.engine.run.Spent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.junit.jupiter.api.Test;
import scala.Function0;
import scala.Option;

class EndLogTest {
  private static final Spent SPENT =
      new Spent(Duration.ofMillis(3), Duration.ofMillis(1), Duration.ofMillis(12));

  private final List<String> lines = new ArrayList<>();
  private long now;

  private final Logging logging =
      new Logging() {
        @Override
        public void emit(int level, TransactionMetadata tid, Object from, Function0<String> text) {
          lines.add(level + " " + tid + " " + text.apply());
        }
      };
  private final EndLog log = new EndLog(logging, () -> now);

  @Test
  void anEndByTheActionsOwnLimitIsForDebugging() {
    write(new Outcome.TimedOut(Duration.ofMillis(100)));
    write(new Outcome.Trapped("unreachable"));
    write(new Outcome.MemoryExhausted(1 << 20));
    write(new Outcome.CpuExhausted(Duration.ofMillis(12), Duration.ofMillis(10)));
    write(new Outcome.Cancelled());

    String spent = " It waited for 3 ms and used 12 ms of processor time.";
    assertThat(lines)
        .containsExactly(
            "4 #tid_t activation at c1 ended by timeout: The guest exceeded its time limit of 100 milliseconds."
                + spent,
            "4 #tid_t activation at c1 ended by trap: The guest trapped: unreachable." + spent,
            "4 #tid_t activation at c1 ended by memory: The guest exhausted its memory limit of 1 MiB."
                + spent,
            "4 #tid_t activation at c1 ended by cpu: The guest used 12 milliseconds of processor time, more than its limit of 10 milliseconds."
                + spent,
            "4 #tid_t activation at c1 ended by cancelled: The guest was cancelled." + spent);
  }

  @Test
  void anEndByItselfIsNone() {
    write(new Outcome.Result("{}"));
    write(new Outcome.ResultTooLarge("", 2, 1));
    write(new Outcome.BadResult("secret", "it is no JSON"));
    write(new Outcome.Exited(1));
    write(new Outcome.NotRunnable("no import"));

    assertThat(lines).isEmpty();
  }

  @Test
  void whatTheInvokerIsShortOfIsAWarningOnceASecondForEachCause() {
    for (int i = 0; i < 1000; i++) {
      write(new Outcome.Overloaded("10 others wait"));
      write(new Outcome.BudgetExhausted(1 << 20));
    }
    now += TimeUnit.SECONDS.toNanos(1);
    write(new Outcome.Overloaded("10 others wait"));

    String overloaded =
        "2 #tid_t activation at c1 ended by overloaded: The guest was not started: 10 others wait. It waited for 3 ms and used 12 ms of processor time.";
    assertThat(lines)
        .containsExactly(
            overloaded,
            "2 #tid_t activation at c1 ended by budget: The guest got no more memory: the engine's budget for all guests of 1 MiB is used up. It waited for 3 ms and used 12 ms of processor time.",
            overloaded + " And 999 more like this since the last line.");
  }

  @Test
  void whatAModulesAuthorWroteStaysOnOneShortLine() {
    write(new Outcome.Trapped("a\nb\u001b[31m" + "x".repeat(100_000)));

    assertThat(lines.get(0)).hasSizeLessThan(500).contains("The guest trapped: a b [31mxxx");
  }

  private void write(Outcome outcome) {
    log.write(
        "c1",
        new Completion(outcome, List.of(), false, SPENT),
        TransactionMetadata.apply("t", Instant.EPOCH, false, Option.empty()));
  }
}
