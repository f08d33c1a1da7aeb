// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import io.wasmwhisk.engine.runtime.EngineFaults;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.HostFailure;
import org.graalvm.polyglot.PolyglotException;

/** Polyglot exceptions in neutral words. */
final class Failures {
  private static final EngineFaults FAULTS =
      new EngineFaults("GraalWasm", System.getLogger(Failures.class.getName()));

  private static final String STACK_EXHAUSTED = "call stack exhausted";

  private Failures() {}

  /**
   * What a call that did not return means.
   *
   * @param calls those of its instance
   */
  static GuestFailure of(PolyglotException e, HostCalls calls) {
    Throwable thrown = calls.takeThrown();
    // First of all: a cancelled Context reports whatever its host function threw as well.
    if (e.isCancelled() || e.isInterrupted()) {
      return new GuestFailure.Interrupted();
    }
    if (thrown != null) {
      return ofHost(thrown);
    }
    if (e.isResourceExhausted()) {
      return exhausted(e);
    }
    if (e.isInternalError()) {
      return FAULTS.end(String.valueOf(e.getMessage()), e);
    }
    String message = String.valueOf(e.getMessage());
    return message.contains(STACK_EXHAUSTED)
        ? new GuestFailure.StackExhausted()
        : new GuestFailure.Trap(TrapWords.of(message));
  }

  /**
   * The same for {@code newInstance}, where a guest error is a segment that traps, or an import
   * that does not fit.
   */
  static GuestFailure atInstantiation(PolyglotException e, HostCalls calls) {
    GuestFailure failure = of(e, calls);
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
      case StackOverflowError overflow -> new GuestFailure.StackExhausted();
      case OutOfMemoryError memory -> new GuestFailure.OutOfMemory();
      default -> HostFailure.of(host);
    };
  }
}
