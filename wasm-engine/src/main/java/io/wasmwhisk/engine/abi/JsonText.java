// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.abi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
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
      if (token.isNumeric() && parser.getTextLength() > MOST_NUMBER_CHARACTERS) {
        return "a number in it has more than %d characters".formatted(MOST_NUMBER_CHARACTERS);
      }
    }
    return null;
  }
}
