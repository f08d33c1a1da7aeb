// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import spray.json.JsString;
import spray.json.RootJsonFormat;

/** Makes and uses {@link EntityName} values. */
public final class EntityName$ {
  public static final EntityName$ MODULE$ = new EntityName$();

  private static final String REGEX = "\\A([\\w]|[\\w][\\w@ .&-]{0,254}[\\w@.&-])\\z";
  private static final Pattern PATTERN = Pattern.compile(REGEX);

  private EntityName$() {}

  /** Matches a text with the pattern. */
  public Matcher entityNameMatcher(String s) {
    return PATTERN.matcher(s);
  }

  /**
   * The name, checked.
   *
   * @throws IllegalArgumentException where a character is not allowed or the name is too long
   */
  public String apply(@Nullable String name) {
    if (name == null || !entityNameMatcher(name).matches()) {
      CaseClass.require(false, "name [" + name + "] is not allowed");
    }
    return Objects.requireNonNull(name);
  }

  /** The JSON form: a string. */
  public RootJsonFormat<EntityName> serdes() {
    return Parsed.format(
        name -> toJson$extension(name.name()),
        json -> new EntityName(apply(Json.text(json))),
        "entity name malformed");
  }

  /** The JSON form: a string. */
  public JsString toJson$extension(String $this) {
    return Json.string($this);
  }
}
