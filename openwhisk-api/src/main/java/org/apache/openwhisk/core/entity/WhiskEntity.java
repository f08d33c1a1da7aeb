// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Tuple3;
import scala.collection.Seq;
import scala.collection.immutable.Map;
import spray.json.JsObject;
import spray.json.JsValue;

/** What actions and activations have in common: a namespace, a name, a version, annotations. */
public abstract class WhiskEntity implements WhiskDocument {
  private final String en;
  private final String entityType;
  private final Instant updated = currentMillis();
  private @Nullable String rev;

  /** An entity of a type, named as a document is. */
  public WhiskEntity(String en, String entityType) {
    this.en = en;
    this.entityType = entityType;
  }

  /** Now, in whole milliseconds. */
  public static Instant currentMillis() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** {@code namespace/activationId}: the name of an activation's document. */
  public static String qualifiedName(Seq<String> namespace, String activationId) {
    return EntityPath$.MODULE$.asString$extension(namespace) + "/" + activationId;
  }

  /** {@code publish}. */
  public static String sharedFieldName() {
    return "publish";
  }

  /** {@code parameters}. */
  public static String paramsFieldName() {
    return "parameters";
  }

  /** {@code annotations}. */
  public static String annotationsFieldName() {
    return "annotations";
  }

  /** {@code action} or {@code activation}. */
  public String entityType() {
    return entityType;
  }

  /** The namespace, and perhaps a package. */
  public abstract Seq<String> namespace();

  /** The name. */
  public String name() {
    return en;
  }

  /** The version. */
  public abstract Tuple3<Object, Object, Object> version();

  /** Whether others may use it. */
  public abstract boolean publish();

  /** The annotations. */
  public abstract Map<ParameterName, ParameterValue> annotations();

  /** When it was last changed, in whole milliseconds. */
  public Instant updated() {
    return updated;
  }

  /** The path, the document's name and, where asked for, the version. */
  public final FullyQualifiedEntityName fullyQualifiedName(boolean withVersion) {
    Option<SemVer> version =
        withVersion ? ScalaValues.some(new SemVer(version())) : ScalaValues.none();
    return new FullyQualifiedEntityName(namespace(), en, version, ScalaValues.none());
  }

  @Override
  public final String docid() {
    return fullyQualifiedName(false).toDocId();
  }

  @Override
  public final DocInfo docinfo() {
    return new DocInfo(docid(), rev);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller names its own class
  public final <W> W revision(@Nullable String revision) {
    rev = revision;
    return (W) this;
  }

  @Override
  public @Nullable String rev() {
    return rev;
  }

  /** The fields that only a stored document has. */
  public JsObject entityDocumentRecord() {
    return Json.object(
        Json.entry("name", Json.string(name())),
        Json.entry("updated", Json.number(updated().toEpochMilli())),
        Json.entry("entityType", Json.string(entityType)));
  }

  @Override
  public JsObject toDocumentRecord() {
    Map<String, JsValue> own = WhiskDocument.toDocumentRecord$(this).fields();
    return new JsObject(ScalaValues.union(entityDocumentRecord().fields(), own));
  }

  /** What a list shows. */
  public JsObject summaryAsJson() {
    return Json.object(
        Json.entry("namespace", EntityPath$.MODULE$.toJson$extension(namespace())),
        Json.entry("name", Json.string(name())),
        Json.entry("version", SemVer$.MODULE$.toJson$extension(version())),
        Json.entry(sharedFieldName(), Json.bool(publish())),
        Json.entry("annotations", Parameters$.MODULE$.toJsArray$extension(annotations())),
        Json.entry("updated", Json.number(updated().toEpochMilli())));
  }

  /** {@code Class/path/name@version}. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + "/" + fullyQualifiedName(true);
  }
}
