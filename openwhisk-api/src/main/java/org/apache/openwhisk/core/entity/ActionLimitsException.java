// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

/** A limit of an action is outside what the namespace allows. */
public abstract class ActionLimitsException extends IllegalArgumentException {
  /** A failure with this text. */
  public ActionLimitsException(String message) {
    super(message);
  }
}
