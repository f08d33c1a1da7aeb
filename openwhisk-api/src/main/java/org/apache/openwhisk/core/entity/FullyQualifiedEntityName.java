// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.collection.Seq;

/** An entity's path, name and perhaps version. */
public class FullyQualifiedEntityName implements ByteSizeable, Product, scala.Serializable {
  private final Seq<String> path;
  private final String name;
  private final Option<SemVer> version;
  private final Option<EntityPath> binding;

  /** A name in full. */
  public FullyQualifiedEntityName(
      Seq<String> path, String name, Option<SemVer> version, Option<EntityPath> binding) {
    this.path = path;
    this.name = name;
    this.version = version;
    this.binding = binding;
  }

  /** A name in full. */
  public static FullyQualifiedEntityName apply(
      Seq<String> path, String name, Option<SemVer> version, Option<EntityPath> binding) {
    return new FullyQualifiedEntityName(path, name, version, binding);
  }

  /** The namespace, and perhaps a package. */
  public Seq<String> path() {
    return path;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The version, where it matters. */
  public Option<SemVer> version() {
    return version;
  }

  /** The package binding through which it was named. */
  public Option<EntityPath> binding() {
    return binding;
  }

  /** The name with its namespace replaced where that is {@code _}; the binding is dropped. */
  public FullyQualifiedEntityName resolve(String namespace) {
    return new FullyQualifiedEntityName(
        EntityPath$.MODULE$.resolveNamespace$extension1(path, namespace),
        name,
        version,
        ScalaValues.none());
  }

  /** The path with the name as its last part. */
  public Seq<String> fullPath() {
    return EntityPath$.MODULE$.addPath$extension0(path, name);
  }

  /** A name below this one. */
  public FullyQualifiedEntityName add(String n) {
    return new FullyQualifiedEntityName(fullPath(), n, ScalaValues.none(), ScalaValues.none());
  }

  /** {@code path/name}: the document's id. */
  public String toDocId() {
    return EntityPath$.MODULE$.asString$extension(path) + "/" + name;
  }

  /** The first part of the path. */
  public String namespace() {
    return EntityPath$.MODULE$.root$extension(path);
  }

  /** {@code /path/name}. */
  public String qualifiedNameWithLeadingSlash() {
    return "/" + toDocId();
  }

  /** {@code path/name@version}. */
  public String asString() {
    String plain = toStringWithoutVersion();
    return version.isDefined() ? plain + "@" + version.get() : plain;
  }

  /** {@code path/name}. */
  public String toStringWithoutVersion() {
    return EntityPath$.MODULE$.asString$extension(fullPath());
  }

  /** The size of the name in UTF-8. */
  @Override
  public ByteSize size() {
    return Sizes.of(toDocId());
  }

  @Override
  public String toString() {
    return asString();
  }

  @Override
  public int hashCode() {
    return toDocId().hashCode();
  }

  @Override
  public String productPrefix() {
    return "FullyQualifiedEntityName";
  }

  @Override
  public int productArity() {
    return 4;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, path, name, version, binding);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof FullyQualifiedEntityName;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return CaseClass.same(this, that);
  }
}
