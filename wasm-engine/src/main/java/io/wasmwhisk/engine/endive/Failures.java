// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import io.wasmwhisk.engine.runtime.GuestExit;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestTrap;
import io.wasmwhisk.engine.runtime.MemoryAccessException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.WasmEngineException;

/** What Endive throws, in neutral words. */
final class Failures {
  private static final System.Logger LOGGER = System.getLogger(Failures.class.getName());

  private static final AtomicLong FAULTS = new AtomicLong();

  private static final String STACK_EXHAUSTED = "call stack exhausted";

  /** Sentences that hold more than the words of the specification's test suite. */
  private static final List<String> WORDS =
      List.of("out of bounds memory access", "out of bounds table access", "uninitialized element");

  private Failures() {}

  /** What a call that did not return means. */
  static GuestFailure of(RuntimeException e) {
    return switch (e) {
      case EndiveImports.InterruptedCall call -> new GuestFailure.Interrupted();
      case EndiveImports.HostThrew host -> ofHost(host.thrown());
      case WasmInterruptedException interrupted -> new GuestFailure.Interrupted();
      case WasmEngineException trap -> ofTrap(String.valueOf(trap.getMessage()));
      default -> fault(e);
    };
  }

  /** The same for an instance that could not be made. */
  static GuestFailure atInstantiation(RuntimeException e) {
    return e instanceof UnlinkableException
        ? new GuestFailure.Link("The module cannot be instantiated: " + e.getMessage())
        : of(e);
  }

  private static GuestFailure ofTrap(String message) {
    return message.equals(STACK_EXHAUSTED)
        ? new GuestFailure.StackExhausted()
        : new GuestFailure.Trap(words(message));
  }

  private static String words(String message) {
    if (message.equals("Trapped on unreachable instruction")) {
      return "unreachable";
    }
    return WORDS.stream().filter(message::startsWith).findFirst().orElse(message);
  }

  private static GuestFailure ofHost(RuntimeException thrown) {
    return switch (thrown) {
      case GuestExit exit -> new GuestFailure.Exit(exit.code());
      case GuestTrap trap -> trap.failure();
      case MemoryAccessException access ->
          new GuestFailure.Trap(String.valueOf(access.getMessage()));
      default -> throw new IllegalStateException("a host function failed: " + thrown, thrown);
    };
  }

  /**
   * A module can provoke a fault of the engine, so it is the module's end, and never the host's: an
   * invoker that fails by itself too often is taken out of service.
   */
  private static GuestFailure fault(RuntimeException e) {
    String reason = "Endive failed by a fault of its own: " + e;
    if (FAULTS.getAndIncrement() == 0) {
      LOGGER.log(System.Logger.Level.WARNING, reason + "; later ones are told without a stack", e);
    } else {
      LOGGER.log(System.Logger.Level.WARNING, reason);
    }
    return new GuestFailure.Trap(reason);
  }
}
