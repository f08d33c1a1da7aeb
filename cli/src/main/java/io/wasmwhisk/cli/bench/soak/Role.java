// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import io.wasmwhisk.cli.bench.attack.Ended;
import io.wasmwhisk.cli.bench.attack.Ending;
import io.wasmwhisk.cli.bench.attack.Guest;
import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.rest.ActionDocument;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.LongFunction;

/**
 * What some actions do, well or ill.
 *
 * @param name of the role, and the beginning of its actions' names
 * @param guest the code
 * @param share of all calls, in thousandths
 * @param parameters of the call with a number
 * @param endings how its activations may end
 * @param isRight whether a result is the one for these parameters, when the action answers
 * @param limits of its actions
 */
record Role(
    String name,
    Guest guest,
    int share,
    LongFunction<String> parameters,
    Set<Ending> endings,
    BiPredicate<JsonMembers, JsonMembers> isRight,
    Limits limits) {
  /** Milliseconds, MiB, and activations at once in one container. */
  record Limits(long millis, long megabytes, int concurrency) {
    ActionDocument of(ActionDocument document) {
      return document.limitedTo(millis, megabytes, concurrency);
    }
  }

  private static final Limits ROOMY = new Limits(60_000, 64, 1);

  /** One that answers, and whose answers are known. */
  static Role good(
      String name,
      String guest,
      int share,
      LongFunction<String> parameters,
      BiPredicate<JsonMembers, JsonMembers> isRight) {
    return new Role(
        name, Guest.built(guest), share, parameters, Set.of(Ending.ANSWERED), isRight, ROOMY);
  }

  /** One of the attacks that a guest has. */
  static Role bad(String name, String guest, String attack, int share, Ending... endings) {
    return new Role(
        name,
        Guest.built(guest),
        share,
        number -> "{\"attack\":\"%s\"}".formatted(attack),
        Set.of(endings),
        (sent, result) -> true,
        ROOMY);
  }

  Role within(long millis, long megabytes, int concurrency) {
    return new Role(
        name,
        guest,
        share,
        parameters,
        endings,
        isRight,
        new Limits(millis, megabytes, concurrency));
  }

  /** What is wrong with the activation that was answered. */
  Optional<String> complaint(String sent, JsonMembers record) {
    Ended ended = Ended.of(record);
    if (!endings.contains(ended.ending())) {
      return Optional.of("%s: %s".formatted(ended.ending().words(), ended.words()));
    }
    Optional<JsonMembers> result =
        record.object("response").flatMap(response -> response.object("result"));
    return ended.ending() != Ending.ANSWERED
            || result.filter(answer -> isRight.test(JsonMembers.of(sent), answer)).isPresent()
        ? Optional.empty()
        : Optional.of("a wrong result: " + ended.words());
  }
}
