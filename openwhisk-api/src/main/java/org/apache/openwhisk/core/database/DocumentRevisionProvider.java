// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.database;

import org.apache.openwhisk.core.entity.DocInfo;
import org.jspecify.annotations.Nullable;

/** A document with a revision, which the database gives. */
public interface DocumentRevisionProvider {
  /** The document's id and revision. */
  DocInfo docinfo();

  /** Sets the revision; returns the document itself. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller names its own class
  <W> W revision(@Nullable String revision);

  /** The revision, or null. */
  @Nullable String rev();
}
