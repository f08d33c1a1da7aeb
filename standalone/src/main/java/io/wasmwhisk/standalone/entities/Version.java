// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.entities;

import io.wasmwhisk.standalone.json.Json;
import io.wasmwhisk.standalone.json.MalformedJsonException;
import spray.json.JsValue;

/** A semantic version ({@code SemVer}); 0.0.0 is none. */
public record Version(int major, int minor, int patch) {
  public static final Version FIRST = new Version(0, 0, 1);

  public Version {
    if (major < 0 || minor < 0 || patch < 0 || major + minor + patch == 0) {
      throw new IllegalArgumentException(
          "bad semantic version %d.%d.%d".formatted(major, minor, patch));
    }
  }

  /** Reads {@code "1.2.3"}; parts left out are 0, as OpenWhisk takes them. */
  static Version fromJson(JsValue json) {
    String text = Json.text(json);
    if (text == null || text.isEmpty()) {
      throw malformed();
    }
    String[] parts = text.split("\\.");
    try {
      return new Version(part(parts, 0), part(parts, 1), part(parts, 2));
    } catch (IllegalArgumentException bad) {
      throw malformed();
    }
  }

  public Version nextPatch() {
    return new Version(major, minor, patch + 1);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }

  private static int part(String[] parts, int index) {
    return index < parts.length ? Integer.parseInt(parts[index]) : 0;
  }

  private static MalformedJsonException malformed() {
    return new MalformedJsonException("semantic version malformed");
  }
}
