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
  private final List<Late> functions;

  /**
   * @param types functions of these names and types; their bodies are never called
   */
  LateImports(List<HostFunction> types) {
    functions = types.stream().map(Late::new).toList();
  }

  /** A function without a body as yet. */
  private static final class Late {
    private final HostFunction type;
    private final HostFunction function;
    private HostFunction.@Nullable Body body;

    private Late(HostFunction type) {
      this.type = type;
      this.function = type.withBody(this::call);
    }

    private long call(GuestMemory memory, long[] arguments) throws InterruptedException {
      if (body == null) {
        throw new IllegalStateException(
            "%s.%s was called before the instance had an activation"
                .formatted(type.module(), type.name()));
      }
      return body.call(memory, arguments);
    }

    private boolean fits(HostFunction function) {
      return function.parameters().equals(type.parameters())
          && function.results().equals(type.results());
    }
  }

  @Override
  public @Nullable HostFunction find(String module, String name) {
    for (Late late : functions) {
      if (late.type.isNamed(module, name)) {
        return late.function;
      }
    }
    return null;
  }

  /** Gives each function its body; false when one of them is not there, or of another type. */
  boolean bind(Imports imports) {
    for (Late late : functions) {
      HostFunction function = imports.find(late.type.module(), late.type.name());
      if (function == null || !late.fits(function)) {
        return false;
      }
      late.body = function.body();
    }
    return true;
  }
}
