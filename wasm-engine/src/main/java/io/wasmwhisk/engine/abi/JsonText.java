// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.abi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks a guest's result before any parser of the host sees it: OpenWhisk's own (spray-json)
 * recurses once per level, so a guest could exhaust the invoker's stack with brackets.
 */
final class JsonText {
  /**
   * Levels of objects and arrays that a result may have. Printing 400 of them exhausts 1 MB of
   * stack (spray-json 1.3.5 in code that is not compiled yet).
   */
  static final int MOST_DEPTH = 256;

  /**
   * Characters that a number may have. spray-json 1.3.6, which OpenWhisk runs on, parses no longer
   * ones; 1.3.5 does, in a time that grows with the square of their length.
   */
  static final int MOST_NUMBER_CHARACTERS = 100;

  /**
   * Digits that a number's exponent may have, leading zeros aside. java.math.BigDecimal, which
   * spray-json makes of every number, fails past those of an {@code int}, and whoever writes one of
   * a few hundred million out in full exhausts the heap; decimal128 needs four.
   */
  static final int MOST_EXPONENT_DIGITS = 4;

  private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?0*([0-9]*)");

  /**
   * A longer number is to be told as one, so the parser's own limit of 1,000 must not come first.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
          .build();

  private JsonText() {}

  /** Why {@code text} is no result; null when it is one JSON object or array and nothing else. */
  static @Nullable String problem(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
        return first == null ? "it is empty" : "it is no JSON object or array";
      }
      return restProblem(parser);
    } catch (IOException e) {
      return "it is not valid JSON";
    }
  }

  /** Whether {@code text}, which has no problem, is an object with a member of this name. */
  static boolean hasMember(String text, String name) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        if (parser.currentName().equals(name)) {
          return true;
        }
        parser.nextToken();
        parser.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static @Nullable String restProblem(JsonParser parser) throws IOException {
    int depth = 1;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (depth == 0) {
        return "something follows the JSON value";
      }
      if (token.isStructStart() && ++depth > MOST_DEPTH) {
        return "it is nested deeper than " + MOST_DEPTH + " levels";
      }
      if (token.isStructEnd()) {
        depth--;
      }
      if (token.isNumeric()) {
        @Nullable String problem = numberProblem(parser);
        if (problem != null) {
          return problem;
        }
      }
    }
    return null;
  }

  private static @Nullable String numberProblem(JsonParser parser) throws IOException {
    if (parser.getTextLength() > MOST_NUMBER_CHARACTERS) {
      return "a number in it has more than %d characters".formatted(MOST_NUMBER_CHARACTERS);
    }
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      Matcher exponent = EXPONENT.matcher(parser.getText());
      if (exponent.find() && exponent.group(1).length() > MOST_EXPONENT_DIGITS) {
        return "a number in it has an exponent of more than %d digits"
            .formatted(MOST_EXPONENT_DIGITS);
      }
    }
    return null;
  }
}
