// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * An S-expression of a script.
 *
 * @param text as it stands in the script
 * @param line where it begins, from 1
 * @param items of a list, without its parentheses; none for an atom or a string
 * @param list whether it is a list
 */
record Node(String text, int line, List<Node> items, boolean list) {

  /** The first word of a list, empty where there is none. */
  String head() {
    return items.isEmpty() || items.getFirst().list() ? "" : items.getFirst().text();
  }

  boolean is(String word) {
    return list && head().equals(word);
  }

  boolean isString() {
    return text.startsWith("\"");
  }

  boolean isName() {
    return text.startsWith("$");
  }

  /** The lists among its items that begin with a word. */
  Stream<Node> lists(String word) {
    return items.stream().filter(item -> item.is(word));
  }

  /** Its items from an index on. */
  List<Node> from(int index) {
    return items.subList(Math.min(index, items.size()), items.size());
  }

  /** What a string means (core specification, 6.3.3), as UTF-8. */
  String string() {
    return new String(StringBytes.of(text), StandardCharsets.UTF_8);
  }
}
