// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import io.wasmwhisk.cli.bench.attack.Ending;
import io.wasmwhisk.cli.json.JsonMembers;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Who takes part: most do what they should, and each way to fail is there. */
final class Roles {
  private static final String PAYLOAD = "❄".repeat(1_000);

  private static final LongFunction<String> NAME = number -> "{\"name\":\"n%d\"}".formatted(number);

  static final List<Role> ALL =
      List.of(
          Role.good("hello", "c/hello", 400, NAME, Roles::greets),
          Role.good("hello-many", "c/hello", 150, NAME, Roles::greets).within(60_000, 64, 20),
          Role.good("hello-rust", "rust/hello", 100, NAME, Roles::greets),
          Role.good("mirror", "c/mirror", 100, Roles::payload, Roles::mirrors),
          Role.good(
              "hash",
              "c/hash",
              50,
              number -> "{\"iterations\":200,\"input\":\"%d\"}".formatted(number),
              (sent, result) ->
                  result.string("hash").filter(hash -> hash.length() == 64).isPresent()),
          sleep("sleep", 50).within(60_000, 64, 1),
          sleep("sleep-many", 50).within(60_000, 64, 20),
          Role.bad("trap", "attacks/ending", "trap", 25, Ending.CRASHED),
          Role.bad("silence", "attacks/ending", "silence", 25, Ending.NO_RESULT),
          Role.bad("spin", "attacks/endless", "spin", 10, Ending.TIMED_OUT).within(1_000, 64, 1),
          Role.bad("sleeper", "attacks/endless", "sleep", 10, Ending.TIMED_OUT)
              .within(1_000, 64, 5),
          Role.bad("recursion", "attacks/endless", "recursion", 5, Ending.CRASHED, Ending.TIMED_OUT)
              .within(10_000, 64, 1),
          Role.bad("memory", "attacks/memory", "grow-steps", 15, Ending.OUT_OF_MEMORY)
              .within(10_000, 128, 1),
          Role.bad("members", "attacks/output", "result-members", 5, Ending.ANSWERED),
          Role.bad("large", "attacks/output", "result", 2, Ending.RESULT_TOO_LARGE)
              .within(20_000, 128, 1),
          Role.bad("logs", "attacks/output", "log-lines", 3, Ending.ANSWERED)
              .within(30_000, 128, 1));

  private Roles() {}

  private static Role sleep(String name, int share) {
    return Role.good(
        name,
        "c/sleep",
        share,
        number -> "{\"ms\":%d}".formatted(20 + number % 200),
        (sent, result) -> result.has("sleptMs"));
  }

  private static String payload(long number) {
    return "{\"number\":%d,\"payload\":\"%s\"}".formatted(number, PAYLOAD);
  }

  private static boolean greets(JsonMembers sent, JsonMembers result) {
    return result.string("greeting").equals(sent.string("name").map("Hello, %s!"::formatted));
  }

  /** The members may come back in another order: OpenWhisk reads and writes them. */
  private static boolean mirrors(JsonMembers sent, JsonMembers result) {
    Optional<JsonMembers> echo = result.object("params");
    return sent.names().stream()
        .allMatch(name -> echo.flatMap(each -> each.get(name)).equals(sent.get(name)));
  }
}
