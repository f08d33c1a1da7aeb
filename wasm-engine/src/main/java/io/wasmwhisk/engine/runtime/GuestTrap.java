// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

/** Thrown by a host function that refuses to let the guest go on; carries no stack. */
public final class GuestTrap extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final GuestFailure failure;

  /**
   * @param failure what the guest's call ends with
   */
  public GuestTrap(GuestFailure failure) {
    super(failure.reason(), null, false, false);
    this.failure = failure;
  }

  /** What the guest's call ends with. */
  public GuestFailure failure() {
    return failure;
  }
}
