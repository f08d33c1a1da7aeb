// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.attack;

import static io.wasmwhisk.cli.bench.attack.Ending.ANSWERED;
import static io.wasmwhisk.cli.bench.attack.Ending.CRASHED;
import static io.wasmwhisk.cli.bench.attack.Ending.NOT_RUN;
import static io.wasmwhisk.cli.bench.attack.Ending.OUT_OF_MEMORY;
import static io.wasmwhisk.cli.bench.attack.Ending.RESULT_TOO_LARGE;
import static io.wasmwhisk.cli.bench.attack.Ending.TIMED_OUT;

import java.util.List;

/** Many activations at once. */
final class Floods {
  private static final Guest ENDLESS = Guest.built("attacks/endless");
  private static final Guest MEMORY = Guest.built("attacks/memory");
  private static final Guest OUTPUT = Guest.built("attacks/output");
  private static final Guest FILES = Guest.built("attacks/files");
  private static final Guest ENDING = Guest.built("attacks/ending");

  static final List<Attack> LIST =
      List.of(
          flood(
                  "loops",
                  "1,000 tight loops of one action at once",
                  ENDLESS,
                  "{\"attack\":\"spin\"}")
              .within(100, 64)
              .times(1, 1_000)
              .ends(TIMED_OUT, NOT_RUN),
          flood("sleeps", "1,000 sleeps of one action at once", ENDLESS, "{\"attack\":\"sleep\"}")
              .times(1, 1_000)
              .ends(TIMED_OUT, NOT_RUN),
          flood(
                  "memory",
                  "1,000 memory bombs of 200 MB, of 20 actions",
                  MEMORY,
                  "{\"attack\":\"hold\",\"mib\":200,\"ms\":300}")
              .within(30_000, 256)
              .times(20, 1_000)
              .ends(ANSWERED, OUT_OF_MEMORY),
          flood(
                  "growth",
                  "200 guests that grow by 100 MiB until they are refused",
                  MEMORY,
                  "{\"attack\":\"grow-steps\"}")
              .within(30_000, 512)
              .times(4, 200)
              .ends(OUT_OF_MEMORY),
          flood(
                  "frames",
                  "50 deep recursions with 40,000 locals in each frame",
                  () -> Bombs.heavyFrames(40_000),
                  Bombs.LONG_PARAMETERS)
              .within(10_000, 128)
              .times(2, 50)
              .ends(CRASHED, OUT_OF_MEMORY, TIMED_OUT, NOT_RUN),
          flood("recursion", "200 deep recursions", ENDLESS, "{\"attack\":\"recursion\"}")
              .within(10_000, 128)
              .times(2, 200)
              .ends(CRASHED, OUT_OF_MEMORY, TIMED_OUT, NOT_RUN),
          flood("logs", "20 guests that log without end", OUTPUT, "{\"attack\":\"log-errors\"}")
              .times(2, 20)
              .ends(TIMED_OUT, OUT_OF_MEMORY, NOT_RUN),
          flood("results", "20 results of 60 MB", OUTPUT, "{\"attack\":\"result\"}")
              .within(10_000, 128)
              .times(2, 20)
              .ends(RESULT_TOO_LARGE),
          flood("tmp", "100 guests that fill their /tmp", FILES, "{\"attack\":\"bytes\"}")
              .within(20_000, 64)
              .times(2, 100)
              .ends(ANSWERED, OUT_OF_MEMORY),
          flood("traps", "300 traps", ENDING, "{\"attack\":\"trap\"}")
              .within(10_000, 64)
              .times(2, 300)
              .ends(CRASHED),
          flood("exits", "300 exits with a code", ENDING, "{\"attack\":\"exit\",\"code\":1}")
              .within(10_000, 64)
              .times(2, 300)
              .ends(CRASHED));

  private Floods() {}

  private static Attack flood(String name, String what, Guest guest, String parameters) {
    return Attack.of("flood-" + name, what, guest, parameters);
  }
}
