// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

/** What a host function threw, in neutral words. */
public final class HostFailure {
  private HostFailure() {}

  /**
   * How a guest ends whose host function threw.
   *
   * @throws IllegalStateException when it is none of the ways in which a host function ends a
   *     guest: a fault of the host
   */
  public static GuestFailure of(Throwable thrown) {
    return switch (thrown) {
      case GuestExit exit -> new GuestFailure.Exit(exit.code());
      case GuestTrap trap -> trap.failure();
      case MemoryAccessException access ->
          new GuestFailure.Trap(String.valueOf(access.getMessage()));
      case InterruptedCall call -> new GuestFailure.Interrupted();
      default -> throw new IllegalStateException("a host function failed: " + thrown, thrown);
    };
  }

  /** Carries an {@link InterruptedException} through the guest's frames. */
  static final class InterruptedCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InterruptedCall(InterruptedException cause) {
      super("interrupted", cause, false, false);
    }
  }
}
