// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.guests;

import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.Samples;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a contender has measured so far. One that failed has no times: none of them is to be
 * trusted.
 */
final class Tally {
  private final Contender contender;
  private final Map<Measure, List<Samples>> parts = new EnumMap<>(Measure.class);
  private OptionalLong allocated = OptionalLong.empty();
  private OptionalLong live = OptionalLong.empty();
  private Optional<String> failure = Optional.empty();

  Tally(Contender contender) {
    this.contender = contender;
  }

  Contender contender() {
    return contender;
  }

  boolean goesOn() {
    return failure.isEmpty();
  }

  void add(Measure measure, Optional<Samples> samples) {
    samples.ifPresent(each -> parts.computeIfAbsent(measure, any -> new ArrayList<>()).add(each));
  }

  void allocated(double bytes) {
    allocated = OptionalLong.of((long) bytes);
  }

  void live(double bytes) {
    live = OptionalLong.of((long) bytes);
  }

  void fail(String message) {
    failure = Optional.of(message);
  }

  Score score() {
    Map<Measure, Samples> measured = new EnumMap<>(Measure.class);
    if (goesOn()) {
      parts.forEach((measure, samples) -> measured.put(measure, Samples.joined(samples)));
    }
    return new Score(
        contender.name(),
        contender.isPeer(),
        contender.description(),
        measured,
        allocated,
        live,
        contender.peakMemory(),
        failure);
  }
}
