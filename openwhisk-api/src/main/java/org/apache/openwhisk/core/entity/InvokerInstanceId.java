// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.collection.Seq;
import scala.util.Try;
import spray.json.JsValue;
import spray.json.RootJsonFormat;

/** An invoker. */
public class InvokerInstanceId implements InstanceId, Product, scala.Serializable {
  private final int instance;
  private final Option<String> uniqueName;
  private final Option<String> displayedName;
  private final ByteSize userMemory;
  private final Option<ByteSize> busyMemory;
  private final Seq<String> tags;
  private final Seq<String> dedicatedNamespaces;
  private String legalChars = "";
  private int maxNameLength;

  /** An invoker. */
  public InvokerInstanceId(
      int instance,
      Option<String> uniqueName,
      Option<String> displayedName,
      ByteSize userMemory,
      Option<ByteSize> busyMemory,
      Seq<String> tags,
      Seq<String> dedicatedNamespaces) {
    this.instance = instance;
    this.uniqueName = uniqueName;
    this.displayedName = displayedName;
    this.userMemory = userMemory;
    this.busyMemory = busyMemory;
    this.tags = tags;
    this.dedicatedNamespaces = dedicatedNamespaces;
    InstanceId.$init$(this);
  }

  /** An invoker. */
  public static InvokerInstanceId apply(
      int instance,
      Option<String> uniqueName,
      Option<String> displayedName,
      ByteSize userMemory,
      Option<ByteSize> busyMemory,
      Seq<String> tags,
      Seq<String> dedicatedNamespaces) {
    return new InvokerInstanceId(
        instance, uniqueName, displayedName, userMemory, busyMemory, tags, dedicatedNamespaces);
  }

  /** The number. */
  public int instance() {
    return instance;
  }

  /** A name that is given once. */
  public Option<String> uniqueName() {
    return uniqueName;
  }

  /** A name for people. */
  public Option<String> displayedName() {
    return displayedName;
  }

  /** The memory of all containers together. */
  public ByteSize userMemory() {
    return userMemory;
  }

  /** The memory in use. */
  public Option<ByteSize> busyMemory() {
    return busyMemory;
  }

  /** What the invoker offers. */
  public Seq<String> tags() {
    return tags;
  }

  /** The namespaces that it serves alone. */
  public Seq<String> dedicatedNamespaces() {
    return dedicatedNamespaces;
  }

  /** The JSON form. */
  public static RootJsonFormat<InvokerInstanceId> serdes() {
    return Json.format(InvokerJson::write, InvokerJson::read);
  }

  /** The invoker of a JSON text. */
  public static Try<InvokerInstanceId> parse(String text) {
    return ScalaValues.attempt(() -> InvokerJson.read(Json.parse(text)));
  }

  @Override
  public String org$apache$openwhisk$core$entity$InstanceId$$LEGAL_CHARS() {
    return legalChars;
  }

  @Override
  public int org$apache$openwhisk$core$entity$InstanceId$$MAX_NAME_LENGTH() {
    return maxNameLength;
  }

  @Override
  public void
      org$apache$openwhisk$core$entity$InstanceId$_setter_$org$apache$openwhisk$core$entity$InstanceId$$LEGAL_CHARS_$eq(
          String chars) {
    legalChars = chars;
  }

  @Override
  public void
      org$apache$openwhisk$core$entity$InstanceId$_setter_$org$apache$openwhisk$core$entity$InstanceId$$MAX_NAME_LENGTH_$eq(
          int length) {
    maxNameLength = length;
  }

  /** The number. */
  public int toInt() {
    return instance;
  }

  @Override
  public String instanceType() {
    return "invoker";
  }

  @Override
  public String source() {
    return "invoker" + instance;
  }

  @Override
  public JsValue toJson() {
    return InvokerJson.write(this);
  }

  /** {@code invoker0/uniqueName/displayedName}. */
  @Override
  public String toString() {
    String unique = uniqueName.isDefined() ? "/" + uniqueName.get() : "";
    String displayed = displayedName.isDefined() ? "/" + displayedName.get() : "";
    return "invoker" + instance + unique + displayed;
  }

  @Override
  public String productPrefix() {
    return "InvokerInstanceId";
  }

  @Override
  public int productArity() {
    return 7;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(
        n, instance, uniqueName, displayedName, userMemory, busyMemory, tags, dedicatedNamespaces);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof InvokerInstanceId;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return CaseClass.same(this, that);
  }

  @Override
  public int hashCode() {
    return CaseClass.hash(this);
  }
}
