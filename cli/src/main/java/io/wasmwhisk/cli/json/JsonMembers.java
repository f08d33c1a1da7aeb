// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The members of a JSON object, each with its value as it was written. */
public final class JsonMembers {
  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * Reads an object; of members with the same name the last one counts.
   *
   * @throws IllegalArgumentException when {@code text} is anything else
   */
  public static JsonMembers of(String text) {
    JsonMembers members = new JsonMembers();
    try (JsonParser parser = JsonText.FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("is no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        members.values.put(name, JsonText.valueAt(parser, text));
      }
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("has something after its JSON object");
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("is not valid JSON: " + JsonText.problem(e), e);
    }
    return members;
  }

  /** Adds a member, or replaces the one of that name. */
  public void put(String name, String json) {
    values.put(name, json);
  }

  /** Adds all members of another object; they replace those of the same name. */
  public void putAll(JsonMembers others) {
    values.putAll(others.values);
  }

  /** The value of a member as it was written. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value of a member that is a string, without quotes and escapes. */
  public Optional<String> string(String name) {
    return get(name).flatMap(JsonText::string);
  }

  /** The members of a member that is an object. */
  public Optional<JsonMembers> object(String name) {
    return get(name).filter(value -> value.startsWith("{")).map(JsonMembers::of);
  }

  /** The objects in a member that is an array; empty when it is another value. */
  public List<JsonMembers> objects(String name) {
    return get(name).map(JsonText::objects).orElse(List.of());
  }

  /** The strings in a member that is an array; empty when it is another value. */
  public List<String> strings(String name) {
    return get(name).map(JsonText::strings).orElse(List.of());
  }

  /** The members' names in their order. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** Whether there is a member of this name. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The members as a JSON array of objects with {@code key} and {@code value}. */
  public String asKeyValueArray() {
    return values.entrySet().stream()
        .map(e -> "{\"key\":" + JsonText.quote(e.getKey()) + ",\"value\":" + e.getValue() + "}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The object on one line. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(e -> JsonText.quote(e.getKey()) + ":" + e.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
