// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.apache.openwhisk.core.database.DocumentRevisionProvider;
import org.apache.openwhisk.core.database.DocumentSerializer;
import scala.collection.immutable.Map;
import spray.json.JsObject;
import spray.json.JsValue;

/** A document: an entity as a database stores it. */
public interface WhiskDocument extends DocumentSerializer, DocumentRevisionProvider {
  /** The document's id. */
  String docid();

  /** The JSON form that users see. */
  JsObject toJson();

  /** The JSON form with {@code _id} and, where it has one, {@code _rev}. */
  @Override
  default JsObject toDocumentRecord() {
    return toDocumentRecord$(this);
  }

  /** The body of {@link #toDocumentRecord}. */
  static JsObject toDocumentRecord$(WhiskDocument self) {
    Map<String, JsValue> fields =
        ScalaValues.with(self.toJson().fields(), "_id", Json.string(self.docid()));
    String rev = self.rev();
    return new JsObject(rev == null ? fields : ScalaValues.with(fields, "_rev", Json.string(rev)));
  }

  /**
   * What scalac calls from the constructor of every implementing class; the trait has no fields.
   */
  static void $init$(WhiskDocument self) {}
}
