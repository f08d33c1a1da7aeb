// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;
import scala.collection.immutable.Set$;
import scala.collection.mutable.HashMap;
import scala.sys.package$;

/**
 * Named properties, each from its default, then the environment ({@code FOO_BAR} for {@code
 * foo.bar}), then the system properties ({@code whisk-config.foo.bar}); see {@link #getProperties}
 * for the exact order.
 */
public class Config {
  private final Map<String, String> requiredProperties;
  private final Set<String> optionalProperties;
  private final Map<String, String> env;
  private final Logging logging;
  private @Nullable Map<String, String> settings;

  /**
   * Reads the properties.
   *
   * @param requiredProperties the names that must have a value, each with its default or null
   * @param optionalProperties the names that may have one
   * @param env the environment to read
   */
  public Config(
      Map<String, String> requiredProperties,
      Set<String> optionalProperties,
      Map<String, String> env,
      Logging logging) {
    this.requiredProperties = requiredProperties;
    this.optionalProperties = optionalProperties;
    this.env = env;
    this.logging = logging;
  }

  /** The prefix of a property's name among the system properties. */
  public static String prefix() {
    return "whisk-config.";
  }

  /** No optional properties. */
  public static Set<String> $lessinit$greater$default$2() {
    return Set$.MODULE$.<String>empty();
  }

  /** The environment of the process. */
  public static Map<String, String> $lessinit$greater$default$3(
      Map<String, String> requiredProperties, Set<String> optionalProperties) {
    return package$.MODULE$.env();
  }

  /** Whether every required property has a value; the first one without is logged. */
  public boolean isValid() {
    for (String key : ScalaValues.each(requiredProperties.keys())) {
      if (settings().apply(key) == null) {
        String text = "required property " + key + " still not set";
        logging.error("Config", () -> text, TransactionId.unknown());
        return false;
      }
    }
    return true;
  }

  /** The value of the override key, else of the key, else the empty text. */
  public String apply(String key, String overrideKey) {
    if (settings().contains(overrideKey)) {
      return settings().apply(overrideKey);
    }
    return settings().contains(key) ? settings().apply(key) : "";
  }

  /** No override key. */
  public String apply$default$2() {
    return "";
  }

  /** The value of a key, or the empty text. */
  public String getProperty(String key) {
    return apply(key, "");
  }

  /** The value of a key as a number, or the default where there is none. */
  public double getAsDouble(String key, double defaultValue) {
    try {
      return Double.parseDouble(getProperty(key));
    } catch (NumberFormatException e) {
      return defaultValue;
    }
  }

  /** The value of a key as a whole number, or the default where there is none. */
  public int getAsInt(String key, int defaultValue) {
    try {
      return Integer.parseInt(getProperty(key));
    } catch (NumberFormatException e) {
      return defaultValue;
    }
  }

  /** The value of a key as {@code true} or {@code false}, or the default where it is neither. */
  public boolean getAsBoolean(String key, boolean defaultValue) {
    return switch (getProperty(key).toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> defaultValue;
    };
  }

  /** All properties, one {@code (key,value)} a line. */
  public String mkString() {
    return settings().mkString("\n");
  }

  /**
   * All properties that are asked for: defaults, replaced by the system properties, replaced by the
   * environment. A subclass adds its own source.
   */
  public scala.collection.mutable.Map<String, String> getProperties() {
    scala.collection.mutable.Map<String, String> all = new HashMap<>();
    for (Tuple2<String, String> required : ScalaValues.entries(requiredProperties)) {
      all.put(required._1(), required._2());
    }
    for (String optional : ScalaValues.each(optionalProperties)) {
      if (!all.contains(optional)) {
        all.put(optional, null);
      }
    }
    for (String key : ScalaValues.each(all.keySet().toVector())) {
      given(System.getProperty(prefix() + key), "system", key, all);
      given(
          env.get(key.replace('.', '_').toUpperCase(Locale.ROOT)).getOrElse(() -> null),
          "environment",
          key,
          all);
    }
    return all;
  }

  private void given(
      @Nullable String value,
      String source,
      String key,
      scala.collection.mutable.Map<String, String> all) {
    if (value != null) {
      logging.info("Config", () -> source + " set value for " + key, TransactionId.unknown());
      all.put(key, value.trim());
    }
  }

  // Read on first use: a subclass's constructor sets its own source before anything asks.
  private synchronized Map<String, String> settings() {
    if (settings == null) {
      settings = selected(getProperties());
    }
    return settings;
  }

  private Map<String, String> selected(scala.collection.mutable.Map<String, String> all) {
    Map<String, String> selected = ScalaValues.map();
    for (Tuple2<String, String> entry : ScalaValues.entries(all)) {
      if (requiredProperties.contains(entry._1())
          || (optionalProperties.contains(entry._1()) && entry._2() != null)) {
        selected = selected.$plus(entry);
      }
    }
    return selected;
  }
}
