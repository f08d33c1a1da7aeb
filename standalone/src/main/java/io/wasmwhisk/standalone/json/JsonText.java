// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.json;

import java.util.List;
import java.util.stream.Stream;
import spray.json.JsArray;
import spray.json.JsObject;
import spray.json.JsValue;
import spray.json.JsonParser$;
import spray.json.JsonParserSettings;
import spray.json.ParserInput;

/**
 * Reads JSON texts. spray-json prints recursively: on a stack of 1 MB it fails beyond some 300
 * arrays within each other. So what is nested deeper than {@code maxDepth} is refused.
 *
 * @param maxDepth how many arrays and objects may lie within each other
 */
public record JsonText(int maxDepth) {
  /** The greatest limit that leaves a stack of 1 MB enough for everything else. */
  public static final int MOST = 250;

  // JsonParserSettings.default() is a keyword to Java; this is the same value as a default
  // argument.
  private static final JsonParserSettings DEFAULTS =
      JsonParser$.MODULE$.$lessinit$greater$default$2();

  public JsonText {
    if (maxDepth < 1 || maxDepth > MOST) {
      throw new IllegalArgumentException(
          "nesting limit must be within 1 and " + MOST + ": " + maxDepth);
    }
  }

  /**
   * Parses UTF-8.
   *
   * @throws MalformedJsonException with spray-json's words, as OpenWhisk's clients see them
   */
  public JsValue parse(byte[] utf8) {
    return parse(ParserInput.apply(utf8));
  }

  /** As {@link #parse(byte[])}, from characters. */
  public JsValue parse(String text) {
    return parse(ParserInput.apply(text));
  }

  /** Parses UTF-8 that must be an object. */
  public JsObject parseObject(byte[] utf8) {
    return Json.asObject(parse(utf8));
  }

  /** Whether a value that was read elsewhere is nested too deeply to be printed. */
  public boolean isTooDeep(JsValue value) {
    List<JsValue> level = List.of(value);
    for (int depth = 1; depth <= maxDepth; depth++) {
      level = level.stream().flatMap(JsonText::children).toList();
      if (level.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The arrays and objects directly within. */
  private static Stream<JsValue> children(JsValue value) {
    Stream<JsValue> all =
        switch (value) {
          case JsArray array -> Json.elements(array).stream();
          case JsObject object -> Json.fields(object).values().stream();
          default -> Stream.empty();
        };
    return all.filter(child -> child instanceof JsArray || child instanceof JsObject);
  }

  private JsValue parse(ParserInput input) {
    try {
      return JsonParser$.MODULE$.apply(input, DEFAULTS.withMaxDepth(maxDepth));
    } catch (spray.json.JsonParser.ParsingException malformed) {
      throw new MalformedJsonException(messageOf(malformed));
    }
  }

  private static String messageOf(Exception malformed) {
    String message = malformed.getMessage();
    return message == null ? "" : message;
  }
}
