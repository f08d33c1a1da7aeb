// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.database;

import spray.json.JsObject;

/** Something that a database stores. */
public interface DocumentSerializer {
  /** The JSON form with the document's id and revision. */
  JsObject toDocumentRecord();
}
