// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.load;

import io.wasmwhisk.cli.bench.attack.Guest;
import io.wasmwhisk.cli.json.JsonMembers;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * An action that does what it should, whatever its neighbours do.
 *
 * @param name of the action
 * @param guest its code
 * @param parameters of the call with a number, which the answer must show to be its own
 * @param isRight whether a result is the one for these parameters
 * @param log a line that the activation's log must have, for these parameters
 */
record Neighbour(
    String name,
    Guest guest,
    LongFunction<String> parameters,
    BiPredicate<String, JsonMembers> isRight,
    LongFunction<Optional<String>> log) {
  private static final Pattern SLEPT = Pattern.compile("[0-9]{2,}");
  private static final String PAYLOAD = "❄".repeat(1_000);

  /** BLAKE3 of BLAKE3 of … of "neighbour", 500 times. */
  private static final String HASH =
      "ea0e9cf9c5b1fe63f18fb86ea273f9b2958ba5a5dd790273781e3a64ed0b4e19";

  /** Two languages, a computation, a sleep, and an echo of some KB. */
  static final List<Neighbour> ALL =
      List.of(
          greeting("hello-c", "c/hello"),
          greeting("hello-rust", "rust/hello"),
          new Neighbour(
              "hash",
              Guest.built("c/hash"),
              number -> "{\"iterations\":500,\"input\":\"neighbour\"}",
              (sent, result) -> result.string("hash").equals(Optional.of(HASH)),
              number -> Optional.empty()),
          new Neighbour(
              "sleep",
              Guest.built("c/sleep"),
              number -> "{\"ms\":20}",
              (sent, result) ->
                  result.get("sleptMs").filter(ms -> SLEPT.matcher(ms).matches()).isPresent(),
              number -> Optional.empty()),
          new Neighbour(
              "mirror",
              Guest.built("c/mirror"),
              number -> "{\"number\":%d,\"payload\":\"%s\"}".formatted(number, PAYLOAD),
              (sent, result) ->
                  result
                      .get("params")
                      .map(echo -> JsonMembers.of(echo).toString())
                      .equals(Optional.of(sent)),
              number -> Optional.of("mirror: a line on stderr")));

  private static Neighbour greeting(String name, String guest) {
    return new Neighbour(
        name,
        Guest.built(guest),
        number -> "{\"name\":\"n%d\"}".formatted(number),
        (sent, result) ->
            result
                .string("greeting")
                .equals(JsonMembers.of(sent).string("name").map("Hello, %s!"::formatted)),
        number -> Optional.of("hello: greeting \"n%d\"".formatted(number)));
  }
}
