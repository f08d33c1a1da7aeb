// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

/**
 * Thrown by a host function ({@code proc_exit}) to end the guest in good order; carries no stack.
 */
public final class GuestExit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * @param code the exit code, 0 for success
   */
  public GuestExit(int code) {
    super("exit code " + Integer.toUnsignedString(code), null, false, false);
    this.code = code;
  }

  /** The exit code, 0 for success. */
  public int code() {
    return code;
  }
}
