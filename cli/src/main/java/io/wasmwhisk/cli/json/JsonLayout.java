// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Lays JSON out for reading: one member or element on a line, numbers as they were written. */
public final class JsonLayout {
  private static final String INDENT = "    ";

  private final StringBuilder out = new StringBuilder();
  private int depth;
  private boolean first = true;

  private JsonLayout() {}

  /**
   * The same JSON over several lines, indented as {@code wsk} does.
   *
   * @throws IllegalArgumentException when {@code json} is not valid
   */
  public static String pretty(String json) {
    JsonLayout layout = new JsonLayout();
    try (JsonParser parser = JsonText.FACTORY.createParser(json)) {
      boolean named = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        layout.add(token, parser, named);
        named = token == JsonToken.FIELD_NAME;
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("is not valid JSON: " + JsonText.problem(e), e);
    }
    return layout.out.toString();
  }

  private void add(JsonToken token, JsonParser parser, boolean named) throws IOException {
    if (token.isStructEnd()) {
      close(token);
      return;
    }
    if (!named) {
      startItem();
    }
    if (token.isStructStart()) {
      out.append(token.asString());
      depth++;
      first = true;
    } else if (token == JsonToken.FIELD_NAME) {
      out.append(JsonText.quote(parser.currentName())).append(": ");
    } else {
      out.append(
          token == JsonToken.VALUE_STRING ? JsonText.quote(parser.getText()) : parser.getText());
    }
  }

  private void startItem() {
    if (depth > 0) {
      out.append(first ? "\n" : ",\n").repeat(INDENT, depth);
    }
    first = false;
  }

  private void close(JsonToken token) {
    depth--;
    if (!first) {
      out.append('\n').repeat(INDENT, depth);
    }
    out.append(token.asString());
    first = false;
  }
}
