// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.limits.LogLine;
import io.wasmwhisk.engine.limits.StandardStream;
import io.wasmwhisk.invoker.ActivationLogs;
import java.time.Instant;
import java.util.List;
import org.apache.openwhisk.common.TransactionMetadata;
import org.junit.jupiter.api.Test;
import scala.Option;

class LogShelfTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /** One line of 100 characters. */
  private static final long ENTRY = LogShelf.ENTRY_BYTES + LogShelf.LINE_BYTES + 200;

  @Test
  void logsAreGivenOnceAndThenGone() {
    LogShelf shelf = new LogShelf(ENTRY);
    TransactionMetadata tid = transaction();
    shelf.put(tid, logs("x"));

    assertThat(shelf.bytes()).isEqualTo(ENTRY);
    assertThat(shelf.take(tid)).isEqualTo(logs("x"));
    assertThat(shelf.take(tid)).isEqualTo(ActivationLogs.NONE);
    assertThat(shelf.bytes()).isZero();
  }

  @Test
  void twoEqualTransactionsAreTwo() {
    LogShelf shelf = new LogShelf(2 * ENTRY);
    TransactionMetadata one = transaction();
    TransactionMetadata other = transaction();
    shelf.put(one, logs("1"));
    shelf.put(other, logs("2"));

    assertThat(one).isEqualTo(other);
    assertThat(shelf.take(other)).isEqualTo(logs("2"));
    assertThat(shelf.take(one)).isEqualTo(logs("1"));
  }

  @Test
  void theSecondLogsOfATransactionReplaceTheFirst() {
    LogShelf shelf = new LogShelf(2 * ENTRY);
    TransactionMetadata tid = transaction();
    shelf.put(tid, logs("1"));
    shelf.put(tid, logs("2"));

    assertThat(shelf.bytes()).isEqualTo(ENTRY);
    assertThat(shelf.take(tid)).isEqualTo(logs("2"));
  }

  @Test
  void theOldestLoseTheirLinesPastTheBoundAndSaySo() {
    long most = 10 * ENTRY;
    LogShelf shelf = new LogShelf(most);
    List<TransactionMetadata> tids = List.of(transaction(), transaction(), transaction());
    shelf.put(tids.get(0), logs("1", 10));
    shelf.put(tids.get(1), logs("2", 5));
    shelf.put(tids.get(2), logs("3", 5));

    assertThat(shelf.bytes()).isLessThanOrEqualTo(most);
    assertThat(shelf.take(tids.get(0)).lines())
        .containsExactly(
            new LogLine(
                NOW,
                StandardStream.STDERR,
                "The 10 log lines of this activation were dropped before OpenWhisk collected them: those of all activations take more than %d bytes (a 16th of the invoker's heap)."
                    .formatted(most)));
    assertThat(shelf.take(tids.get(1))).isEqualTo(logs("2", 5));
    assertThat(shelf.take(tids.get(2))).isEqualTo(logs("3", 5));
  }

  @Test
  void whatNobodyEverCollectsStaysWithinTheBound() {
    long most = 20 * ENTRY;
    LogShelf shelf = new LogShelf(most);
    List<TransactionMetadata> kept =
        java.util.stream.IntStream.range(0, 1000).mapToObj(i -> transaction()).toList();
    kept.forEach(tid -> shelf.put(tid, logs("x")));

    assertThat(shelf.bytes()).isLessThanOrEqualTo(most);
    assertThat(shelf.take(kept.get(999))).isEqualTo(logs("x"));
    assertThat(shelf.take(kept.get(0))).isEqualTo(ActivationLogs.NONE);
  }

  private static TransactionMetadata transaction() {
    return new TransactionMetadata("tid", NOW, false, Option.empty());
  }

  private static ActivationLogs logs(String character) {
    return logs(character, 1);
  }

  private static ActivationLogs logs(String character, int lines) {
    LogLine line = new LogLine(NOW, StandardStream.STDOUT, character.repeat(100));
    return new ActivationLogs(java.util.Collections.nCopies(lines, line), false);
  }
}
