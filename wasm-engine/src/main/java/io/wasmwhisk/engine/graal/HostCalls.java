// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import io.wasmwhisk.engine.runtime.HostFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calls of one instance to its host, and what the last of them threw. */
final class HostCalls {
  private final GraalMemory memory = new GraalMemory();
  private @Nullable Throwable thrown;

  /** The memory that they work on. */
  GraalMemory memory() {
    return memory;
  }

  /** What a host function threw to end the guest, once; null when none did. */
  @Nullable Throwable takeThrown() {
    Throwable taken = thrown;
    thrown = null;
    return taken;
  }

  /** The function as GraalWasm calls it. */
  Function<Object[], Object> of(HostFunction function) {
    return arguments -> {
      try {
        long[] decoded = Encoding.decode(function.parameters(), arguments);
        return Encoding.encode(function.results(), function.call(memory, decoded));
      } catch (RuntimeException | Error e) {
        thrown = e;
        throw new Thrown();
      }
    };
  }

  /**
   * Carries what a host function threw through the guest's frames, which catch no exception of the
   * host. It collects no frames.
   */
  @SuppressWarnings("serial") // Never serialised: it ends in the adapter.
  private static final class Thrown extends AbstractTruffleException {
    private static final long serialVersionUID = 1L;

    Thrown() {
      super("a host function ended the guest", null, 0, null);
    }
  }
}
