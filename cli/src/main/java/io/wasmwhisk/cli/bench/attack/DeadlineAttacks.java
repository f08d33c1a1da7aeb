// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.attack;

import static io.wasmwhisk.cli.bench.attack.Ending.CRASHED;

import java.util.List;

/** Guests that do not end by themselves. */
final class DeadlineAttacks {
  private static final Guest ENDLESS = Guest.built("attacks/endless");
  private static final int LONGEST_ARGUMENT = 1_000_000;

  static final List<Attack> LIST =
      List.of(
          endless("spin", "a tight loop; from the second round on it is machine code").rounds(3),
          endless("spin", "a tight loop that was never run before: interpreted")
              .named("spin-cold")
              .within(300, 128)
              .relentless(),
          endless("sleep", "a sleep of 584 years"),
          endless("poll-input", "polls 4,096 times the end of its input at once, in a loop"),
          endless("poll-nothing", "polls no subscription at all, in a loop"),
          endless("read-input", "reads on and on at the end of its input"),
          endless("yield", "yields in a loop"),
          endless("random", "host calls that make 128 MiB of random bytes each").within(1000, 256),
          endless("write", "host calls that write 64 GiB of log each").within(1000, 256),
          Attack.of(
              "arguments",
              "reads an argument of 1 MB again and again",
              ENDLESS,
              "{\"attack\":\"arguments\",\"padding\":\"%s\"}"
                  .formatted("x".repeat(LONGEST_ARGUMENT))),
          endless("paths", "looks up a path through 1,365 directories, in a loop"),
          endless("names", "lists a directory of 1,000 names, in a loop"),
          bomb(
              "start-loop",
              "a start function that loops: instantiation never ends",
              Bombs::startLoop),
          bomb(
                  "fill-memory",
                  "fills 200 MB of memory by one instruction, in a loop",
                  () -> Bombs.fillMemory(3_200))
              .within(1000, 256),
          endless("recursion", "deep recursion with small frames").ends(CRASHED),
          bomb(
                  "heavy-frames",
                  "deep recursion with 40,000 locals in each frame",
                  () -> Bombs.heavyFrames(40_000))
              .within(5000, 128)
              .ends(CRASHED, Ending.OUT_OF_MEMORY));

  private DeadlineAttacks() {}

  private static Attack endless(String name, String what) {
    return Attack.of(name, what, ENDLESS, "{\"attack\":\"%s\"}".formatted(name));
  }

  private static Attack bomb(String name, String what, Guest guest) {
    return Attack.of(name, what, guest, Bombs.LONG_PARAMETERS);
  }
}
