// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.wasm.api.Executable;
import org.graalvm.wasm.memory.WasmMemory;

/**
 * A Context in which a module is parsed. The instances that are made in it, one after the other,
 * share nothing: each is made in a store of its own (core specification, 4.2.3; GraalWasm's {@code
 * WasmStore}), which the Context does not know.
 */
final class ModuleContext {
  private final Pausable pausable;
  private final Value module;

  /** {@link #make} as a function of the Context, which is entered once for all that it does. */
  private final Value maker;

  private ModuleContext(Pausable pausable, Source source) {
    this.pausable = pausable;
    module = pausable.context().eval(source);
    maker = pausable.context().asValue(new Executable(ModuleContext::make));
  }

  static ModuleContext open(GraalAdapter adapter, Source source) {
    Pausable pausable = adapter.newPausable();
    try {
      return new ModuleContext(pausable, source);
    } catch (RuntimeException | Error e) {
      pausable.context().close(true);
      throw e;
    }
  }

  Pausable pausable() {
    return pausable;
  }

  Context context() {
    return pausable.context();
  }

  /**
   * The exports of a new instance.
   *
   * @param memory the export that host functions work on, where the module has it
   */
  Value instantiate(ImportObject imports, String memory) {
    return maker.execute(module, imports, memory);
  }

  private static Object make(Object[] arguments) {
    ImportObject imports = (ImportObject) arguments[1];
    String memory = (String) arguments[2];
    InteropLibrary interop = InteropLibrary.getUncached();
    try {
      Object instance = interop.instantiate(arguments[0], imports);
      Object exports = interop.readMember(instance, "exports");
      if (interop.isMemberReadable(exports, memory)) {
        imports.bind((WasmMemory) interop.readMember(exports, memory));
      }
      return exports;
    } catch (InteropException e) {
      throw new IllegalStateException("GraalWasm has no answer to what is asked of a module", e);
    }
  }

  void close() {
    context().close(true);
  }
}
