// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.code;

/** Code that cannot become an action. The message reaches the action's developer. */
public final class BadActionException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was found, what was expected, what to change
   */
  public BadActionException(String message) {
    super(message, null, false, false);
  }
}
