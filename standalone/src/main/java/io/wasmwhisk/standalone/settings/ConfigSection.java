// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.wasmwhisk.standalone.limits.LimitRange;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Reads values by key and remembers what was wrong with them, so that an operator sees all problems
 * at once. After a problem a placeholder is returned that nobody gets to see.
 */
final class ConfigSection {
  private final Config config;
  private final List<String> problems;

  ConfigSection(Config config, List<String> problems) {
    this.config = config;
    this.problems = problems;
  }

  String text(String key) {
    return read(key, config::getString, "");
  }

  Duration duration(String key) {
    Duration duration = read(key, config::getDuration, Duration.ZERO);
    return duration.isNegative()
        ? problem(key, duration + " is negative", Duration.ZERO)
        : duration;
  }

  long bytes(String key) {
    return read(key, k -> ByteSizes.parse(config.getString(k)), 0L);
  }

  long megabytes(String key) {
    long bytes = bytes(key);
    return bytes % ByteSizes.MB == 0
        ? bytes / ByteSizes.MB
        : problem(key, bytes + " bytes are no whole number of megabytes", 0L);
  }

  int number(String key, int min, int max) {
    int number = read(key, config::getInt, min);
    return number >= min && number <= max
        ? number
        : problem(key, number + " is not within " + min + " and " + max, min);
  }

  /** A section's min, max and std, each read by {@code value}. */
  LimitRange range(String section, ToLongFunction<String> value) {
    long min = value.applyAsLong(section + ".min");
    long max = value.applyAsLong(section + ".max");
    long std = value.applyAsLong(section + ".std");
    try {
      return new LimitRange(min, max, std);
    } catch (IllegalArgumentException disorder) {
      return problem(section, String.valueOf(disorder.getMessage()), new LimitRange(0, 0, 0));
    }
  }

  <T> T problem(String key, String what, T placeholder) {
    problems.add(key + ": " + what);
    return placeholder;
  }

  private <T> T read(String key, Function<String, T> reader, T placeholder) {
    try {
      return reader.apply(key);
    } catch (ConfigException | IllegalArgumentException wrong) {
      return problem(key, String.valueOf(wrong.getMessage()), placeholder);
    }
  }
}
