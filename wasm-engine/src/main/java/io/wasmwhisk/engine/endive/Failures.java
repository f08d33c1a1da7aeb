// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import io.wasmwhisk.engine.endive.code.FlatMemory;
import io.wasmwhisk.engine.runtime.EngineFaults;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.HostFailure;
import java.util.List;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.WasmEngineException;

/** What Endive throws, in neutral words. */
final class Failures {
  private static final EngineFaults FAULTS =
      new EngineFaults("Endive", System.getLogger(Failures.class.getName()));

  private static final String STACK_EXHAUSTED = "call stack exhausted";
  private static final String OUT_OF_BOUNDS = "out of bounds memory access";

  /** Sentences that hold more than the words of the specification's test suite. */
  private static final List<String> WORDS =
      List.of(OUT_OF_BOUNDS, "out of bounds table access", "uninitialized element");

  private Failures() {}

  /** What a call that did not return means. */
  static GuestFailure of(RuntimeException e) {
    return switch (e) {
      case EndiveImports.HostThrew host -> HostFailure.of(host.thrown());
      case WasmInterruptedException interrupted -> new GuestFailure.Interrupted();
      case WasmEngineException trap -> ofTrap(String.valueOf(trap.getMessage()));
      default ->
          FlatMemory.isOutOfBounds(e)
              ? new GuestFailure.Trap(OUT_OF_BOUNDS)
              : FAULTS.end(String.valueOf(e), e);
    };
  }

  /** What it means that the JVM refuses the classes that Endive made. */
  static GuestFailure of(LinkageError e) {
    return FAULTS.end(String.valueOf(e), e);
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
}
