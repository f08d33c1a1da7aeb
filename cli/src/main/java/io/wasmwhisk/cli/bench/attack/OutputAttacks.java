// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.attack;

import static io.wasmwhisk.cli.bench.attack.Ending.ANSWERED;
import static io.wasmwhisk.cli.bench.attack.Ending.CRASHED;
import static io.wasmwhisk.cli.bench.attack.Ending.NO_RESULT;
import static io.wasmwhisk.cli.bench.attack.Ending.RESULT_TOO_LARGE;
import static io.wasmwhisk.cli.bench.attack.Ending.TIMED_OUT;

import java.util.List;

/** Guests that write too much, or what nobody can read; and those that end in other ways. */
final class OutputAttacks {
  private static final Guest OUTPUT = Guest.built("attacks/output");
  private static final Guest ENDING = Guest.built("attacks/ending");

  static final List<Attack> LIST =
      List.of(
          output("log-lines", "40 MB of log lines, then a result")
              .within(10_000, 128)
              .ends(ANSWERED),
          output("log-errors", "log lines without end on stderr").ends(TIMED_OUT),
          output("log-line", "one log line without end").ends(TIMED_OUT),
          output("log-ends", "line ends without end").ends(TIMED_OUT),
          output("log-bytes", "log lines that are no text, without end").ends(TIMED_OUT),
          output("result", "a result of 60 MB").within(10_000, 128).ends(RESULT_TOO_LARGE),
          output("result-depth", "a result of 400,000 arrays inside each other")
              .within(5000, 128)
              .ends(NO_RESULT),
          output("result-members", "a result of 50,000 members").within(10_000, 128).ends(ANSWERED),
          output("result-bytes", "a result that is no UTF-8").ends(ANSWERED, NO_RESULT),
          ending("trap", "an unreachable instruction").ends(CRASHED),
          ending("divide", "a division by zero").ends(CRASHED),
          ending("silence", "no result").ends(NO_RESULT));

  private OutputAttacks() {}

  private static Attack output(String name, String what) {
    return Attack.of(name, what, OUTPUT, "{\"attack\":\"%s\"}".formatted(name));
  }

  private static Attack ending(String name, String what) {
    return Attack.of(name, what, ENDING, "{\"attack\":\"%s\"}".formatted(name));
  }
}
