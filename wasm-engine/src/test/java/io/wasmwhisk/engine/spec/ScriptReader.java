// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import java.util.ArrayList;
import java.util.List;

/** Reads the text format's lexical form (core specification, 6.3): lists, strings, atoms. */
final class ScriptReader {
  private final String text;
  private int position;
  private int line = 1;

  private ScriptReader(String text) {
    this.text = text;
  }

  /** The lists of a script, in their order. */
  static List<Node> read(String text) {
    ScriptReader reader = new ScriptReader(text);
    List<Node> nodes = new ArrayList<>();
    for (reader.skip(); reader.position < text.length(); reader.skip()) {
      nodes.add(reader.node());
    }
    return nodes;
  }

  private Node node() {
    return switch (text.charAt(position)) {
      case '(' -> list();
      case '"' -> string();
      default -> atom();
    };
  }

  private Node list() {
    int start = position;
    int first = line;
    advance();
    List<Node> items = new ArrayList<>();
    for (skip(); text.charAt(position) != ')'; skip()) {
      items.add(node());
    }
    advance();
    return new Node(text.substring(start, position), first, items, true);
  }

  private Node string() {
    int start = position;
    int first = line;
    advance();
    while (text.charAt(position) != '"') {
      if (text.charAt(position) == '\\') {
        advance();
      }
      advance();
    }
    advance();
    return new Node(text.substring(start, position), first, List.of(), false);
  }

  private Node atom() {
    int start = position;
    while (position < text.length() && " \t\r\n()\"".indexOf(text.charAt(position)) < 0) {
      advance();
    }
    if (position == start) {
      advance();
    }
    return new Node(text.substring(start, position), line, List.of(), false);
  }

  private void advance() {
    if (text.charAt(position++) == '\n') {
      line++;
    }
  }

  /** White space and comments. */
  private void skip() {
    while (position < text.length()) {
      if (Character.isWhitespace(text.charAt(position))) {
        advance();
      } else if (text.startsWith(";;", position)) {
        skipLine();
      } else if (text.startsWith("(;", position)) {
        skipBlock();
      } else {
        return;
      }
    }
  }

  private void skipLine() {
    while (position < text.length() && text.charAt(position) != '\n') {
      advance();
    }
  }

  private void skipBlock() {
    int depth = 0;
    do {
      if (text.startsWith("(;", position)) {
        depth++;
        advance();
      } else if (text.startsWith(";)", position)) {
        depth--;
        advance();
      }
      advance();
    } while (depth > 0);
  }
}
