// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.http;

import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.Uri;
import akka.http.scaladsl.model.IllegalUriException;
import io.wasmwhisk.standalone.entities.Names;
import io.wasmwhisk.standalone.settings.HttpSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The query parameters of a request, read as OpenWhisk's routes read them; what is malformed
 * becomes a {@link Refusal}.
 */
public final class Query {
  private final akka.http.javadsl.model.Query parameters;

  public Query(Uri uri) {
    try {
      parameters = uri.query();
    } catch (IllegalUriException malformed) {
      throw new Refusal(
          Answer.rejection(StatusCodes.BAD_REQUEST, String.valueOf(malformed.getMessage())));
    }
  }

  /** As Akka HTTP takes booleans: true, yes, on, 1 and their opposites. */
  public boolean flag(String name, boolean otherwise) {
    String value = parameters.get(name).orElse("");
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "" -> otherwise;
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> throw malformed(name, "'" + value + "' is not a valid Boolean value");
    };
  }

  /** How many entries a list may have; 0 asks for the maximum. */
  public int limit(String collection, HttpSettings settings) {
    int max = settings.maxListLimit();
    int limit = number("limit", collection).orElse(settings.defaultListLimit());
    if (limit < 0 || limit > max) {
      throw malformed(
          "limit",
          "The value '%d' is not in the range of 0 to %d for %s."
              .formatted(limit, max, collection));
    }
    return limit == 0 ? max : limit;
  }

  public int skip(String collection) {
    int skip = number("skip", collection).orElse(0);
    if (skip < 0) {
      throw malformed(
          "skip",
          "The value '%d' is not greater than or equal to 0 for %s.".formatted(skip, collection));
    }
    return skip;
  }

  /** How long a blocking call is to wait. */
  public Duration timeout(Duration max) {
    Optional<String> value = parameters.get("timeout");
    long millis = value.map(Query::millis).orElse(max.toMillis());
    if (millis < 1 || millis > max.toMillis()) {
      throw malformed(
          "timeout", "Timeout must be number of milliseconds up to %d.".formatted(max.toMillis()));
    }
    return Duration.ofMillis(millis);
  }

  /** A point in time, in milliseconds since the epoch. */
  public Optional<Instant> instant(String name) {
    Optional<String> value = parameters.get(name);
    try {
      return value.map(Long::parseLong).map(Instant::ofEpochMilli);
    } catch (NumberFormatException noNumber) {
      throw malformed(
          name, "Parameter is not a valid value for epoch seconds: " + value.orElse(""));
    }
  }

  /** The name of an action, or of one in a package; a blank one filters nothing. */
  public Optional<String> nameFilter() {
    Optional<String> value = parameters.get("name").filter(name -> !name.isBlank());
    if (value.isEmpty()) {
      return value;
    }
    List<String> parts =
        List.of(value.get().split("/", -1)).stream().filter(part -> !part.isEmpty()).toList();
    if (parts.isEmpty() || parts.size() > 2 || !parts.stream().allMatch(Names::isName)) {
      throw malformed(
          "name", "Parameter may be a 'simple' name or 'package-name/simple' name: " + value.get());
    }
    return Optional.of(String.join("/", parts));
  }

  private Optional<Integer> number(String name, String collection) {
    Optional<String> value = parameters.get(name);
    try {
      return value.map(Integer::parseInt);
    } catch (NumberFormatException noNumber) {
      throw malformed(
          name, "The value '%s' is not an integer for %s.".formatted(value.orElse(""), collection));
    }
  }

  private static long millis(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException noNumber) {
      return -1;
    }
  }

  private static Refusal malformed(String parameter, String why) {
    return new Refusal(
        Answer.rejection(StatusCodes.BAD_REQUEST, Messages.malformedQuery(parameter, why)));
  }
}
