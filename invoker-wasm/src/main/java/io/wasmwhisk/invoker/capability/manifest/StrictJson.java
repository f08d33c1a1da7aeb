// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** JSON that is what it should be, or an error that says where it is not. */
final class StrictJson implements AutoCloseable {
  private static final int MOST_DEPTH = 8;
  private static final int MOST_STRING = 8_192;
  private static final int SHOWN = 64;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_DEPTH)
                  .maxStringLength(MOST_STRING)
                  .maxNameLength(MOST_STRING)
                  .build())
          .build();

  private final String source;
  private final JsonParser parser;
  private final Deque<String> path = new ArrayDeque<>();
  private @Nullable JsonToken token;

  /**
   * @param source what is read, for messages
   */
  StrictJson(String source, byte[] text) throws CapabilityException {
    this.source = source;
    try {
      parser = FACTORY.createParser(text);
    } catch (IOException e) {
      throw new CapabilityException(source + " is no JSON.");
    }
    advance();
  }

  /** Reads what belongs to a key. */
  @FunctionalInterface
  interface Member {
    void read(String key) throws CapabilityException;
  }

  /** Reads an element of an array. */
  @FunctionalInterface
  interface Element<T> {
    T read() throws CapabilityException;
  }

  /** An object of these keys, each at most once. */
  void object(Set<String> known, Member member) throws CapabilityException {
    require(JsonToken.START_OBJECT, "an object");
    advance();
    Set<String> seen = new HashSet<>();
    while (token == JsonToken.FIELD_NAME) {
      String key = text();
      if (!known.contains(key)) {
        throw refused(
            "has the unknown key \"" + shown(key) + "\"", String.join(", ", new TreeSet<>(known)));
      }
      if (!seen.add(key)) {
        throw refused("has the key \"" + key + "\" twice", "it once");
      }
      advance();
      path.addLast(path.isEmpty() ? key : "." + key);
      member.read(key);
      path.removeLast();
    }
    advance();
  }

  /** An array of at most so many elements. */
  <T> List<T> array(int most, Element<T> element) throws CapabilityException {
    require(JsonToken.START_ARRAY, "an array");
    advance();
    List<T> elements = new ArrayList<>();
    while (token != JsonToken.END_ARRAY) {
      if (elements.size() == most) {
        throw refused("has more than " + most + " elements", "at most " + most);
      }
      path.addLast("[" + elements.size() + "]");
      elements.add(element.read());
      path.removeLast();
    }
    advance();
    return elements;
  }

  String string() throws CapabilityException {
    require(JsonToken.VALUE_STRING, "a string");
    String text = text();
    advance();
    return text;
  }

  boolean bool() throws CapabilityException {
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw refused("is " + found(), "true or false");
    }
    boolean value = token == JsonToken.VALUE_TRUE;
    advance();
    return value;
  }

  String oneOf(String... allowed) throws CapabilityException {
    String text = string();
    if (!List.of(allowed).contains(text)) {
      throw refused("is \"" + shown(text) + "\"", String.join(" or ", allowed));
    }
    return text;
  }

  /** Nothing follows. */
  void end() throws CapabilityException {
    if (token != null) {
      throw refused("is followed by " + found(), "nothing");
    }
  }

  CapabilityException refused(String found, String expected) {
    return refused(found + ", expected " + expected);
  }

  CapabilityException refused(String problem) {
    return new CapabilityException(
        "%s: %s%s."
            .formatted(source, path.isEmpty() ? "it " : String.join("", path) + " ", problem));
  }

  private void require(JsonToken expected, String words) throws CapabilityException {
    if (token != expected) {
      throw refused("is " + found(), words);
    }
  }

  private String found() {
    return switch (token) {
      case null -> "empty";
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      case FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          "something else";
    };
  }

  static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  private String text() throws CapabilityException {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw noJson(e);
    }
  }

  private void advance() throws CapabilityException {
    try {
      token = parser.nextToken();
    } catch (IOException e) {
      throw noJson(e);
    }
  }

  private CapabilityException noJson(IOException e) {
    String where =
        e instanceof JsonProcessingException json && json.getLocation() != null
            ? " at line %d, column %d"
                .formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr())
            : "";
    return new CapabilityException(
        "%s is no JSON%s: expected an object of at most %d levels and strings of at most %d characters."
            .formatted(source, where, MOST_DEPTH, MOST_STRING));
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new IllegalStateException("an array was closed", e);
    }
  }
}
