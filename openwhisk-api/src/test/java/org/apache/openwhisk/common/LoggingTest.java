// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import scala.Function0;
import scala.Option;

class LoggingTest {
  private static final TransactionMetadata TID =
      TransactionMetadata.apply("abc", Instant.EPOCH, false, Option.empty());

  private final RecordedLog log = new RecordedLog();

  /** What scalac compiles a class to that mixes in the trait: each method calls the static twin. */
  private final Logging compiledByScalac =
      new Logging() {
        @Override
        public void emit(int level, TransactionMetadata id, Object from, Function0<String> text) {
          log.emit(level, id, from, text);
        }

        @Override
        public void info(Object from, Function0<String> message, TransactionMetadata id) {
          Logging.info$(this, from, message, id);
        }

        @Override
        public TransactionMetadata info$default$3(Object from, Function0<String> message) {
          return Logging.info$default$3$(this, from, message);
        }
      };

  @Test
  void levelsAreAkkas() {
    log.error("me", () -> "a", TID);
    log.warn("me", () -> "b", TID);
    log.info("me", () -> "c", TID);
    log.debug("me", () -> "d", TID);
    assertThat(log.lines())
        .containsExactly(
            "1 #tid_abc me: a", "2 #tid_abc me: b", "3 #tid_abc me: c", "4 #tid_abc me: d");
  }

  @Test
  void aTransactionWithExtraLoggingTellsMore() {
    log.debug("me", () -> "d", TransactionMetadata.apply("x", Instant.EPOCH, true, Option.empty()));
    assertThat(log.lines()).containsExactly("3 #tid_x me: d");
  }

  @Test
  void staticTwinsHoldTheBodies() {
    compiledByScalac.info("me", () -> "c", compiledByScalac.info$default$3("me", () -> "c"));
    assertThat(log.lines()).containsExactly("3 #tid_sid_unknown me: c");
  }

  @Test
  void namesOfScalaObjectsLoseTheirDollar() {
    assertThat(Logging.getCleanSimpleClassName(TransactionId$.class)).isEqualTo("TransactionId");
    assertThat(Logging.getCleanSimpleClassName(LoggingTest.class)).isEqualTo("LoggingTest");
  }
}
