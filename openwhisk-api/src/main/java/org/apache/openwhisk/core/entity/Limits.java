// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import spray.json.JsValue;

/** Limits of something. */
public abstract class Limits {
  /** The JSON form. */
  public abstract JsValue toJson();

  @Override
  public String toString() {
    return toJson().compactPrint();
  }
}
