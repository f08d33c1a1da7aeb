// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One JSON value as text. */
public final class JsonText {
  /** What users and actions write has no limit here; OpenWhisk and the engine have theirs. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonText() {}

  /** Whether {@code text} is one JSON value of any type and nothing else. */
  public static boolean isValue(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /** A JSON string with this content. */
  public static String quote(String content) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(content)) + '"';
  }

  /** The content of a JSON string; empty when {@code json} is another value. */
  public static Optional<String> string(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      return parser.nextToken() == JsonToken.VALUE_STRING
          ? Optional.of(parser.getText())
          : Optional.empty();
    } catch (IOException e) {
      throw new IllegalArgumentException("is not valid JSON: " + problem(e), e);
    }
  }

  /** The objects of a JSON array; empty when {@code json} is another value. */
  static List<JsonMembers> objects(String json) {
    List<JsonMembers> objects = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return objects;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
        String value = valueAt(parser, json);
        if (isObject) {
          objects.add(JsonMembers.of(value));
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("is not valid JSON: " + problem(e), e);
    }
    return objects;
  }

  /** The strings of a JSON array; empty when {@code json} is another value. */
  static List<String> strings(String json) {
    List<String> strings = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return strings;
      }
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          strings.add(parser.getText());
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("is not valid JSON: " + problem(e), e);
    }
    return strings;
  }

  /** The text of the value that {@code parser}, which reads {@code text}, stands at; passes it. */
  static String valueAt(JsonParser parser, String text) throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    parser.finishToken();
    return text.substring(start, (int) parser.currentLocation().getCharOffset()).strip();
  }

  /** A parser's complaint on one line. */
  static String problem(IOException e) {
    return e instanceof JsonProcessingException json
        ? "%s (line %d, column %d)"
            .formatted(
                json.getOriginalMessage(),
                json.getLocation() == null ? 0 : json.getLocation().getLineNr(),
                json.getLocation() == null ? 0 : json.getLocation().getColumnNr())
        : String.valueOf(e.getMessage());
  }
}
