// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import org.jspecify.annotations.Nullable;
import scala.Tuple3;
import spray.json.JsString;
import spray.json.RootJsonFormat;

/** Makes and uses {@link SemVer} values. */
public final class SemVer$ {
  public static final SemVer$ MODULE$ = new SemVer$();

  private static int number(String[] parts, int index) {
    return index < parts.length ? Integer.parseInt(parts[index]) : 0;
  }

  private SemVer$() {}

  /** 0.0.1. */
  public Tuple3<Object, Object, Object> apply() {
    return new Tuple3<>(0, 0, 1);
  }

  /**
   * A version of three numbers.
   *
   * @throws IllegalArgumentException where one is negative or all are 0
   */
  public Tuple3<Object, Object, Object> apply(int major, int minor, int patch) {
    if (major < 0 || minor < 0 || patch < 0 || (major == 0 && minor == 0 && patch == 0)) {
      String version = major + "." + minor + "." + patch;
      throw new IllegalArgumentException(
          "bad semantic version " + version + " must not be negative");
    }
    return new Tuple3<>(major, minor, patch);
  }

  /**
   * The version of a text; numbers that are missing are 0.
   *
   * @throws IllegalArgumentException where the text is no version
   */
  public Tuple3<Object, Object, Object> apply(@Nullable String str) {
    try {
      String[] parts = str == null || str.isEmpty() ? new String[0] : str.split("\\.", 0);
      return apply(number(parts, 0), number(parts, 1), number(parts, 2));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("bad semantic version " + str, e);
    }
  }

  /** The JSON form: a string. */
  public RootJsonFormat<SemVer> serdes() {
    return Parsed.format(
        version -> toJson$extension(version.org$apache$openwhisk$core$entity$SemVer$$version()),
        json -> new SemVer(apply(Json.text(json))),
        "semantic version malformed");
  }

  /** The JSON form: a string. */
  public JsString toJson$extension(Tuple3<Object, Object, Object> $this) {
    return Json.string(toString$extension($this));
  }

  /** The value as a text. */
  public String toString$extension(Tuple3<Object, Object, Object> $this) {
    return $this._1() + "." + $this._2() + "." + $this._3();
  }
}
