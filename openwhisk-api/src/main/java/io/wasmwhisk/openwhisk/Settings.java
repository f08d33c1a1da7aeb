// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.openwhisk;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.function.BiFunction;
import scala.Option;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/**
 * Settings under one key of the process's configuration ({@code application.conf}, {@code
 * reference.conf}, system properties), in the kebab-case and the units that OpenWhisk's own reader
 * takes.
 *
 * <p>OpenWhisk reads its files again for every value; here they are read once per process.
 */
public final class Settings {
  private final Config config;
  private final String prefix;

  private Settings(Config config, String prefix) {
    this.config = config;
    this.prefix = prefix;
  }

  /** The settings under a key, which need not exist. */
  public static Settings under(String key) {
    return new Settings(ConfigFactory.load(), key + ".");
  }

  /** A setting at the top level, such as {@code whisk.exec-size-limit}. */
  public static Settings top() {
    return new Settings(ConfigFactory.load(), "");
  }

  /** Whether every one of these names is set. */
  public boolean hasAll(String... names) {
    for (String name : names) {
      if (!config.hasPath(prefix + name)) {
        return false;
      }
    }
    return true;
  }

  /** A boolean. */
  public boolean bool(String name) {
    return config.getBoolean(prefix + name);
  }

  /** A text. */
  public String text(String name) {
    return config.getString(prefix + name);
  }

  /** A whole number. */
  public int integer(String name) {
    return config.getInt(prefix + name);
  }

  /** A decimal number. */
  public double decimal(String name) {
    return config.getDouble(prefix + name);
  }

  /** A size such as {@code 128 m}, in bytes. */
  public long bytes(String name) {
    return config.getBytes(prefix + name);
  }

  /**
   * A duration such as {@code 5 m} or {@code 100 ms}, in the largest unit that holds it exactly.
   */
  public FiniteDuration duration(String name) {
    long nanos = config.getDuration(prefix + name).toNanos();
    return Duration.fromNanos(nanos).toCoarsest();
  }

  /** A setting that may be missing. */
  public <T> Option<T> optional(String name, BiFunction<Settings, String, T> read) {
    return config.hasPath(prefix + name) ? Option.apply(read.apply(this, name)) : Option.<T>empty();
  }
}
