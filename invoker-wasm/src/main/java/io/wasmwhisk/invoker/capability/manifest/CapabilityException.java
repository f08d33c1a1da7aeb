// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability.manifest;

/** A manifest that cannot be read or granted. The message reaches the action's developer. */
public final class CapabilityException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was found, what was expected, what to change
   */
  public CapabilityException(String message) {
    super(message, null, false, false);
  }
}
