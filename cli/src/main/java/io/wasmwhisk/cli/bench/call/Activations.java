// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.call;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Calls that belong together, and their statistics: of the right ones, in milliseconds. */
public record Activations(List<Activation> all) {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final long NANOS_PER_MICRO = 1_000;
  private static final int SHOWN_COMPLAINTS = 3;

  /** Copies the list. */
  public Activations {
    all = List.copyOf(all);
  }

  /** Several, as if they were one. */
  public static Activations joined(Stream<Activations> parts) {
    List<Activation> all = new ArrayList<>();
    parts.forEach(each -> all.addAll(each.all));
    return new Activations(all);
  }

  /** Those that are so. */
  public Activations filter(Predicate<Activation> wanted) {
    return new Activations(all.stream().filter(wanted).toList());
  }

  /** When the first one began, by the client's clock; 0 where there is none. */
  public long began() {
    return all.stream().mapToLong(Activation::began).min().orElse(0);
  }

  /** How many. */
  public int count() {
    return all.size();
  }

  /** How many got a wrong answer, or none. */
  public int wrong() {
    return (int) all.stream().filter(each -> !each.isRight()).count();
  }

  /** Some of what was wrong. */
  public List<String> complaints() {
    return all.stream()
        .map(Activation::complaint)
        .flatMap(Optional::stream)
        .distinct()
        .limit(SHOWN_COMPLAINTS)
        .toList();
  }

  /** From the request to the answer, by the client's clock. */
  public Spread times() {
    return Spread.of(right().mapToDouble(each -> each.nanos() / NANOS_PER_MILLI));
  }

  /** {@code waitTime} of the records. */
  public Spread waits() {
    return Spread.of(
        right().mapToDouble(Activation::waitMillis).filter(millis -> millis != Activation.NONE));
  }

  /** {@code initTime} of the records that have it. */
  public Spread inits() {
    return Spread.of(right().filter(Activation::isCold).mapToDouble(Activation::initMillis));
  }

  /** {@code duration} of the records. */
  public Spread durations() {
    return Spread.of(right().mapToDouble(Activation::durationMillis));
  }

  /**
   * {@code waitTime} and {@code initTime} of cold starts together: the thesis's measure of a cold
   * start.
   */
  public Spread starts() {
    return Spread.of(
        right()
            .filter(Activation::isCold)
            .mapToDouble(each -> Math.max(0, each.waitMillis()) + each.initMillis()));
  }

  private Stream<Activation> right() {
    return all.stream().filter(Activation::isRight);
  }

  /**
   * Writes an object with the statistics and every call as an array: microseconds from {@code zero}
   * to the request, microseconds to the answer, waitTime, initTime, duration (milliseconds; -1
   * where there is none), and what was wrong, if anything.
   *
   * @param zero by {@link System#nanoTime}
   */
  public void write(JsonGenerator json, long zero) throws IOException {
    json.writeStartObject();
    json.writeNumberField("count", count());
    json.writeNumberField("wrong", wrong());
    times().write(json, "endToEnd");
    waits().write(json, "waitTime");
    inits().write(json, "initTime");
    durations().write(json, "duration");
    starts().write(json, "coldStart");
    json.writeArrayFieldStart("calls");
    for (Activation each : all) {
      json.writeStartArray();
      json.writeNumber((each.began() - zero) / NANOS_PER_MICRO);
      json.writeNumber(each.nanos() / NANOS_PER_MICRO);
      json.writeNumber(each.waitMillis());
      json.writeNumber(each.initMillis());
      json.writeNumber(each.durationMillis());
      if (each.complaint().isPresent()) {
        json.writeString(each.complaint().get());
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
