// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.ready;

import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Host functions whose types are known now, and which are bound to an activation's later. Not
 * thread-safe: whoever hands the instance over publishes them with it.
 */
final class LateImports implements Imports {
  private final Late[] functions;

  /** Where the function is that will be asked for next: engines ask for one after the other. */
  private int next;

  /**
   * @param types functions of these names and types; their bodies are never called
   */
  LateImports(List<HostFunction> types) {
    functions = new Late[types.size()];
    for (int i = 0; i < functions.length; i++) {
      functions[i] = new Late(types.get(i));
    }
  }

  /** A function without a body as yet. */
  private static final class Late implements HostFunction.Body {
    private final HostFunction function;
    private HostFunction.@Nullable Body body;

    private Late(HostFunction type) {
      this.function = type.withBody(this);
    }

    @Override
    public long call(GuestMemory memory, long[] arguments) throws InterruptedException {
      if (body == null) {
        throw new IllegalStateException(
            "%s.%s was called before the instance had an activation"
                .formatted(function.module(), function.name()));
      }
      return body.call(memory, arguments);
    }

    private boolean fits(HostFunction other) {
      return other.parameters().equals(function.parameters())
          && other.results().equals(function.results());
    }
  }

  @Override
  public @Nullable HostFunction find(String module, String name) {
    for (int i = 0; i < functions.length; i++) {
      int at = (next + i) % functions.length;
      HostFunction function = functions[at].function;
      if (function.isNamed(module, name)) {
        next = at + 1;
        return function;
      }
    }
    return null;
  }

  /** Gives each function its body; false when one of them is not there, or of another type. */
  boolean bind(Imports imports) {
    for (Late late : functions) {
      HostFunction function = imports.find(late.function.module(), late.function.name());
      if (function == null || !late.fits(function)) {
        return false;
      }
      late.body = function.body();
    }
    return true;
  }
}
