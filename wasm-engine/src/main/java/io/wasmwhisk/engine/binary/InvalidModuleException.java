// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

/** Bytes that are no module we can run. The message is for the action's developer. */
public class InvalidModuleException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was found, what was expected, what to change
   */
  public InvalidModuleException(String message) {
    super(message, null, false, false);
  }
}
