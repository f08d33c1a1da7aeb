// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.openwhisk.http.Messages;
import org.jspecify.annotations.Nullable;
import scala.Predef$;
import scala.collection.Seq;
import spray.json.JsString;
import spray.json.RootJsonFormat;

/** Makes and uses {@link EntityPath} values. */
public final class EntityPath$ {
  public static final EntityPath$ MODULE$ = new EntityPath$();

  private static Seq<String> checked(List<String> parts) {
    CaseClass.require(!parts.isEmpty(), "path undefined");
    Seq<String> path = Predef$.MODULE$.wrapRefArray(parts.toArray(new String[0]));
    for (String part : parts) {
      CaseClass.require(
          EntityName$.MODULE$.entityNameMatcher(part).matches(),
          "path contains invalid parts " + path);
    }
    return path;
  }

  private EntityPath$() {}

  /**
   * The path of a text with {@code /} between its parts.
   *
   * @throws IllegalArgumentException where there is no part or one is no {@link EntityName}
   */
  public Seq<String> apply(@Nullable String path) {
    CaseClass.require(path != null, "path undefined");
    List<String> parts = new ArrayList<>();
    for (String part : Objects.requireNonNull(path).split("/", -1)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return checked(parts);
  }

  /** The JSON form: a string. */
  public RootJsonFormat<EntityPath> serdes() {
    return Parsed.format(
        path -> toJson$extension(path.org$apache$openwhisk$core$entity$EntityPath$$path()),
        json -> new EntityPath(apply(Json.text(json))),
        "namespace malformed");
  }

  /** The parts with {@code /} between them. */
  public String namespace$extension(Seq<String> $this) {
    return $this.mkString("/");
  }

  /** The path with one part more. */
  public Seq<String> addPath$extension0(Seq<String> $this, String e) {
    return addPath$extension1($this, ScalaValues.vector(List.of(e)));
  }

  /** The path with all parts of the other after its own. */
  public Seq<String> addPath$extension1(Seq<String> $this, Seq<String> p) {
    List<String> parts = new ArrayList<>();
    ScalaValues.each($this).forEach(parts::add);
    ScalaValues.each(p).forEach(parts::add);
    return checked(parts);
  }

  /** The first part: the namespace. */
  public String root$extension(Seq<String> $this) {
    return EntityName$.MODULE$.apply($this.head());
  }

  /** The path with its first part replaced where that is {@code _}. */
  public Seq<String> resolveNamespace$extension1(Seq<String> $this, String newNamespace) {
    if (!"_".equals($this.head())) {
      return $this;
    }
    List<String> parts = new ArrayList<>();
    ScalaValues.each($this).forEach(parts::add);
    parts.set(0, newNamespace);
    return checked(parts);
  }

  /**
   * The last part as a name, the others as its path.
   *
   * @throws IllegalArgumentException where there is one part only
   */
  public FullyQualifiedEntityName toFullyQualifiedEntityName$extension(Seq<String> $this) {
    CaseClass.require($this.size() > 1, Messages.malformedFullyQualifiedEntityName());
    List<String> parts = new ArrayList<>();
    ScalaValues.each($this).forEach(parts::add);
    String name = parts.remove(parts.size() - 1);
    return new FullyQualifiedEntityName(
        checked(parts), EntityName$.MODULE$.apply(name), ScalaValues.none(), ScalaValues.none());
  }

  /** The JSON form: a string. */
  public JsString toJson$extension(Seq<String> $this) {
    return Json.string(namespace$extension($this));
  }

  /** The parts with {@code /} between them. */
  public String asString$extension(Seq<String> $this) {
    return namespace$extension($this);
  }

  /** The value as a text. */
  public String toString$extension(Seq<String> $this) {
    return namespace$extension($this);
  }
}
