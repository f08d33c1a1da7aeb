// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;
import scala.collection.Seq;
import spray.json.JsString;
import spray.json.RootJsonFormat;

/**
 * A namespace, and below it perhaps a package and a name.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link EntityPath$}.
 */
public final class EntityPath {
  private final Seq<String> path;

  /** Boxes the value. */
  public EntityPath(Seq<String> path) {
    this.path = path;
  }

  /** The JSON form: a string. */
  public static RootJsonFormat<EntityPath> serdes() {
    return EntityPath$.MODULE$.serdes();
  }

  /** The parts with {@code /} between them. */
  public static String namespace$extension(Seq<String> $this) {
    return EntityPath$.MODULE$.namespace$extension($this);
  }

  /** The number of parts. */
  public static int segments$extension(Seq<String> $this) {
    return EntityPath$.MODULE$.segments$extension($this);
  }

  /** The path with one part more. */
  public static Seq<String> addPath$extension0(Seq<String> $this, String e) {
    return EntityPath$.MODULE$.addPath$extension0($this, e);
  }

  /** The path with all parts of the other after its own. */
  public static Seq<String> addPath$extension1(Seq<String> $this, Seq<String> p) {
    return EntityPath$.MODULE$.addPath$extension1($this, p);
  }

  /** The first part: the namespace. */
  public static String root$extension(Seq<String> $this) {
    return EntityPath$.MODULE$.root$extension($this);
  }

  /** The last part. */
  public static String last$extension(Seq<String> $this) {
    return EntityPath$.MODULE$.last$extension($this);
  }

  /** Whether the namespace is the only part. */
  public static boolean defaultPackage$extension(Seq<String> $this) {
    return EntityPath$.MODULE$.defaultPackage$extension($this);
  }

  /** The path with its first part replaced where that is {@code _}. */
  public static Seq<String> resolveNamespace$extension0(Seq<String> $this, Namespace newNamespace) {
    return EntityPath$.MODULE$.resolveNamespace$extension0($this, newNamespace);
  }

  /** The path with its first part replaced where that is {@code _}. */
  public static Seq<String> resolveNamespace$extension1(Seq<String> $this, String newNamespace) {
    return EntityPath$.MODULE$.resolveNamespace$extension1($this, newNamespace);
  }

  /**
   * The last part as a name, the others as its path.
   *
   * @throws IllegalArgumentException where there is one part only
   */
  public static FullyQualifiedEntityName toFullyQualifiedEntityName$extension(Seq<String> $this) {
    return EntityPath$.MODULE$.toFullyQualifiedEntityName$extension($this);
  }

  /** The path as a document's id. */
  public static String toDocId$extension(Seq<String> $this) {
    return EntityPath$.MODULE$.toDocId$extension($this);
  }

  /** The JSON form: a string. */
  public static JsString toJson$extension(Seq<String> $this) {
    return EntityPath$.MODULE$.toJson$extension($this);
  }

  /** The parts with {@code /} between them. */
  public static String asString$extension(Seq<String> $this) {
    return EntityPath$.MODULE$.asString$extension($this);
  }

  /** The value as a text. */
  public static String toString$extension(Seq<String> $this) {
    return EntityPath$.MODULE$.toString$extension($this);
  }

  /** The value's hash. */
  public static int hashCode$extension(Seq<String> $this) {
    return EntityPath$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(Seq<String> $this, @Nullable Object that) {
    return EntityPath$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public Seq<String> org$apache$openwhisk$core$entity$EntityPath$$path() {
    return path;
  }

  /** The parts with {@code /} between them. */
  public String namespace() {
    return EntityPath$.MODULE$.namespace$extension(path);
  }

  /** The number of parts. */
  public int segments() {
    return EntityPath$.MODULE$.segments$extension(path);
  }

  /** The path with one part more. */
  public Seq<String> addPath(String e) {
    return EntityPath$.MODULE$.addPath$extension0(path, e);
  }

  /** The path with all parts of the other after its own. */
  public Seq<String> addPath(Seq<String> p) {
    return EntityPath$.MODULE$.addPath$extension1(path, p);
  }

  /** The first part: the namespace. */
  public String root() {
    return EntityPath$.MODULE$.root$extension(path);
  }

  /** The last part. */
  public String last() {
    return EntityPath$.MODULE$.last$extension(path);
  }

  /** Whether the namespace is the only part. */
  public boolean defaultPackage() {
    return EntityPath$.MODULE$.defaultPackage$extension(path);
  }

  /** The path with its first part replaced where that is {@code _}. */
  public Seq<String> resolveNamespace(Namespace newNamespace) {
    return EntityPath$.MODULE$.resolveNamespace$extension0(path, newNamespace);
  }

  /** The path with its first part replaced where that is {@code _}. */
  public Seq<String> resolveNamespace(String newNamespace) {
    return EntityPath$.MODULE$.resolveNamespace$extension1(path, newNamespace);
  }

  /**
   * The last part as a name, the others as its path.
   *
   * @throws IllegalArgumentException where there is one part only
   */
  public FullyQualifiedEntityName toFullyQualifiedEntityName() {
    return EntityPath$.MODULE$.toFullyQualifiedEntityName$extension(path);
  }

  /** The path as a document's id. */
  public String toDocId() {
    return EntityPath$.MODULE$.toDocId$extension(path);
  }

  /** The JSON form: a string. */
  public JsString toJson() {
    return EntityPath$.MODULE$.toJson$extension(path);
  }

  /** The parts with {@code /} between them. */
  public String asString() {
    return EntityPath$.MODULE$.asString$extension(path);
  }

  @Override
  public String toString() {
    return EntityPath$.MODULE$.toString$extension(path);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return EntityPath$.MODULE$.equals$extension(path, that);
  }

  @Override
  public int hashCode() {
    return EntityPath$.MODULE$.hashCode$extension(path);
  }
}
