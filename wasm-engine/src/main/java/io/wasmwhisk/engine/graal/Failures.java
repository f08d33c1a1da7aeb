// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import io.wasmwhisk.engine.runtime.GuestExit;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestTrap;
import io.wasmwhisk.engine.runtime.MemoryAccessException;
import java.util.concurrent.atomic.AtomicLong;
import org.graalvm.polyglot.PolyglotException;

/** Polyglot exceptions in neutral words. */
final class Failures {
  private static final System.Logger LOGGER = System.getLogger(Failures.class.getName());

  private static final AtomicLong FAULTS = new AtomicLong();

  private static final String STACK_EXHAUSTED = "call stack exhausted";

  private Failures() {}

  /** What a call that did not return means. */
  static GuestFailure of(PolyglotException e) {
    // First of all: a cancelled Context reports whatever its host function threw as well.
    if (e.isCancelled() || e.isInterrupted()) {
      return new GuestFailure.Interrupted();
    }
    if (e.isHostException()) {
      return ofHost(e.asHostException());
    }
    if (e.isResourceExhausted()) {
      return exhausted(e);
    }
    if (e.isInternalError()) {
      return fault(e);
    }
    String message = String.valueOf(e.getMessage());
    return message.contains(STACK_EXHAUSTED)
        ? new GuestFailure.StackExhausted()
        : new GuestFailure.Trap(TrapWords.of(message));
  }

  /**
   * A module can provoke a fault of the engine, so it is the module's end, and never the host's: an
   * invoker that fails by itself too often is taken out of service.
   */
  private static GuestFailure fault(PolyglotException e) {
    String reason = "GraalWasm failed by a fault of its own: " + e.getMessage();
    if (FAULTS.getAndIncrement() == 0) {
      LOGGER.log(System.Logger.Level.WARNING, reason + "; later ones are told without a stack", e);
    } else {
      LOGGER.log(System.Logger.Level.WARNING, reason);
    }
    return new GuestFailure.Trap(reason);
  }

  /**
   * The same for {@code newInstance}, where a guest error is a segment that traps, or an import
   * that does not fit.
   */
  static GuestFailure atInstantiation(PolyglotException e) {
    GuestFailure failure = of(e);
    boolean segment = failure.reason().startsWith("out of bounds");
    return failure instanceof GuestFailure.Trap && !segment
        ? new GuestFailure.Link("The module cannot be instantiated: " + failure.reason())
        : failure;
  }

  private static GuestFailure exhausted(PolyglotException e) {
    return String.valueOf(e.getMessage()).contains("Stack")
        ? new GuestFailure.StackExhausted()
        : new GuestFailure.OutOfMemory();
  }

  private static GuestFailure ofHost(Throwable host) {
    return switch (host) {
      case GuestExit exit -> new GuestFailure.Exit(exit.code());
      case GuestTrap trap -> trap.failure();
      case MemoryAccessException access ->
          new GuestFailure.Trap(String.valueOf(access.getMessage()));
      case ImportObject.InterruptedCall call -> new GuestFailure.Interrupted();
      case StackOverflowError overflow -> new GuestFailure.StackExhausted();
      case OutOfMemoryError memory -> new GuestFailure.OutOfMemory();
      default -> throw new IllegalStateException("a host function failed: " + host, host);
    };
  }
}
