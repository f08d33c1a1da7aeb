// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.workload;

import io.wasmwhisk.cli.json.JsonMembers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An action of WoW's evaluation, and one call of it.
 *
 * @param name as people read it
 * @param parameters of the call
 * @param isRight whether a result is the one for these parameters
 * @param files its code below the directory of guests, without its ending
 */
public record Workload(
    String name,
    JsonMembers parameters,
    Predicate<JsonMembers> isRight,
    Map<Language, String> files) {
  /** As the guest has it. */
  public static final int MOST_PRIMES = 50_000_000;

  /** Answers at once, and logs two lines. */
  public static final Workload HELLO =
      new Workload(
          "hello",
          JsonMembers.of("{\"name\":\"World\"}"),
          result -> result.string("greeting").equals(Optional.of("Hello, World!")),
          in("c/hello", "bench/hello"));

  /** BLAKE3 a thousand times: what WoW's cold starts do. */
  public static final Workload SHORT_HASH =
      hash("hash-1000", 1_000, "148a394068f11d1176c172bc4d7ea39b43df6fa1328640d4d84f408146bdae68");

  /** BLAKE3 a hundred thousand times: WoW's work under concurrency. */
  public static final Workload HASH =
      hash("hash", 100_000, "706ed4c1869fdf95b09bf89b1958868486398fba0a2570c7e13345cb13d2c215");

  /** WoW's {@code net}, which is a sleep of 300 ms. */
  public static final Workload NET =
      new Workload(
          "net",
          JsonMembers.of("{\"ms\":300}"),
          result -> number(result, "sleptMs") >= 300,
          in("c/sleep", "bench/sleep"));

  /** What is called by closed loops, and by which name it is chosen. */
  public static final List<Workload> LOOPED = List.of(HELLO, HASH);

  private static final String INPUT = "WasmWhisk";

  /** Copies the map. */
  public Workload {
    files = Map.copyOf(files);
  }

  /**
   * WoW's {@code prime}: finds the prime with that number by a sieve. Its own is 20,000,001.
   *
   * @throws IllegalArgumentException when there is no such, or it is too much
   */
  public static Workload prime(int number) {
    if (number < 1 || number > MOST_PRIMES) {
      throw new IllegalArgumentException(
          "prime number %d cannot be asked for: 1 to %d".formatted(number, MOST_PRIMES));
    }
    long expected = Primes.nth(number);
    return new Workload(
        "prime",
        JsonMembers.of("{\"nth\":%d}".formatted(number)),
        result -> number(result, "prime") == expected,
        in("bench/nth-prime", "bench/nth-prime"));
  }

  private static Workload hash(String name, int iterations, String expected) {
    return new Workload(
        name,
        JsonMembers.of("{\"iterations\":%d,\"input\":\"%s\"}".formatted(iterations, INPUT)),
        result -> result.string("hash").equals(Optional.of(expected)),
        in("c/hash", "bench/hash"));
  }

  private static Map<Language, String> in(String module, String script) {
    return Map.of(Language.WASM, module, Language.JAVASCRIPT, script);
  }

  private static long number(JsonMembers result, String name) {
    return result
        .get(name)
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::parseLong)
        .orElse(-1L);
  }

  /**
   * Its code.
   *
   * @param actions the distribution's directory of guests
   * @throws IOException when it cannot be read
   */
  public byte[] code(Path actions, Language language) throws IOException {
    return Files.readAllBytes(actions.resolve(files.get(language) + language.ending()));
  }
}
