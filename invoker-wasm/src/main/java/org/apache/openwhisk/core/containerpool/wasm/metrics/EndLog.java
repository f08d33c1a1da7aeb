// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.metrics;

import io.wasmwhisk.engine.Completion;
import io.wasmwhisk.engine.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;

/**
 * One line in the invoker's log for an activation that did not end by itself. Where the invoker was
 * short of something it is a warning, at most one a second for each cause; where the action went
 * past its own limits it is for debugging, and for transactions that ask for extra logging.
 *
 * <p>It has nothing of the action's parameters, environment or output, and a bounded length.
 */
public final class EndLog {
  private static final int MOST_CHARACTERS = 300;
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final Logging logging;
  private final LongSupplier nanoTime;
  private final Map<String, Warned> warned = new HashMap<>();

  /** When a cause was last written, and how often it was not since. */
  private record Warned(long time, long kept) {}

  /**
   * @param nanoTime a clock, {@code System::nanoTime} but in tests
   */
  public EndLog(Logging logging, LongSupplier nanoTime) {
    this.logging = logging;
    this.nanoTime = nanoTime;
  }

  /**
   * Writes the line, if this end is worth one.
   *
   * @param from the container
   */
  public void write(Object from, Completion completion, TransactionMetadata tid) {
    switch (completion.outcome()) {
      case Outcome.BudgetExhausted budget -> warn(from, completion, tid);
      case Outcome.Overloaded overloaded -> warn(from, completion, tid);
      case Outcome.NeverStarted never -> warn(from, completion, tid);
      case Outcome.TimedOut late -> debug(from, completion, tid);
      case Outcome.CpuExhausted cpu -> debug(from, completion, tid);
      case Outcome.MemoryExhausted memory -> debug(from, completion, tid);
      case Outcome.Trapped trapped -> debug(from, completion, tid);
      case Outcome.Cancelled cancelled -> debug(from, completion, tid);
      case Outcome.Result result -> {}
      case Outcome.ResultTooLarge large -> {}
      case Outcome.BadResult bad -> {}
      case Outcome.Exited exited -> {}
      case Outcome.Failed failed -> {}
      case Outcome.NotRunnable reason -> {}
    }
  }

  private void debug(Object from, Completion completion, TransactionMetadata tid) {
    logging.debug(from, () -> line(from, completion), tid);
  }

  private void warn(Object from, Completion completion, TransactionMetadata tid) {
    String cause = CountedContainer.cause(completion.outcome());
    long kept = admit(cause);
    if (kept >= 0) {
      String more = kept == 0 ? "" : " And %d more like this since the last line.".formatted(kept);
      logging.warn(from, () -> line(from, completion) + more, tid);
    }
  }

  /** How many lines were kept back since the last one; negative where this one is as well. */
  private synchronized long admit(String cause) {
    long now = nanoTime.getAsLong();
    Warned before = warned.get(cause);
    if (before != null && now - before.time() < PAUSE) {
      warned.put(cause, new Warned(before.time(), before.kept() + 1));
      return -1;
    }
    warned.put(cause, new Warned(now, 0));
    return before == null ? 0 : before.kept();
  }

  private static String line(Object from, Completion completion) {
    return "activation at %s ended by %s: %s It waited for %d ms and used %d ms of processor time."
        .formatted(
            from,
            CountedContainer.cause(completion.outcome()),
            plain(completion.outcome().describe()),
            completion.waited().toMillis(),
            completion.cpu().toMillis());
  }

  /** A trap's reason can hold what the module's author wrote: kept to one line, and short. */
  private static String plain(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
  }
}
