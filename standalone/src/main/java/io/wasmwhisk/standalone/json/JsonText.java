// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.json;

import spray.json.JsObject;
import spray.json.JsValue;
import spray.json.JsonParser$;
import spray.json.JsonParserSettings;
import spray.json.ParserInput;

/**
 * Reads JSON texts. spray-json parses, prints and compares recursively, so a text nested deeper
 * than {@code maxDepth} arrays and objects is refused while it is read, long before a thread's
 * stack ends.
 *
 * @param maxDepth how many arrays and objects may lie within each other, at least 1
 */
public record JsonText(int maxDepth) {
  // JsonParserSettings.default() is a keyword to Java; this is the same value as a default
  // argument.
  private static final JsonParserSettings DEFAULTS =
      JsonParser$.MODULE$.$lessinit$greater$default$2();

  public JsonText {
    if (maxDepth < 1) {
      throw new IllegalArgumentException("nesting limit must be at least 1: " + maxDepth);
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
