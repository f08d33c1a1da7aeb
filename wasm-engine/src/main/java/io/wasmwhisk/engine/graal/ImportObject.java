// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import com.oracle.truffle.api.interop.UnknownIdentifierException;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import org.graalvm.wasm.api.Dictionary;
import org.graalvm.wasm.api.Executable;
import org.graalvm.wasm.memory.WasmMemory;
import org.jspecify.annotations.Nullable;

/**
 * The import object of an instance: GraalWasm asks it for a module, and the module for a name, once
 * for each of the guest's imports. Of the engine's own kinds of objects: a proxy's answers would be
 * converted one by one, for each instance anew, and so would be the arguments of each call.
 */
final class ImportObject extends Dictionary {
  private final Imports imports;
  private final HostCalls calls;

  ImportObject(Imports imports, HostCalls calls) {
    this.imports = imports;
    this.calls = calls;
  }

  /** The instance has been made, and this is its memory. */
  void bind(WasmMemory memory) {
    calls.memory().bind(memory);
  }

  @Override
  public boolean isMemberReadable(String module) {
    return true;
  }

  @Override
  public Object readMember(String module) {
    return new Module(module);
  }

  /** What is imported from one module. */
  private final class Module extends Dictionary {
    private final String name;

    /** What was asked for last: whether it is there comes before what it is. */
    private @Nullable HostFunction found;

    Module(String name) {
      this.name = name;
    }

    @Override
    public boolean isMemberReadable(String function) {
      found = imports.find(name, function);
      return found != null;
    }

    @Override
    public Object readMember(String function) throws UnknownIdentifierException {
      HostFunction known = found;
      if (known == null || !known.isNamed(name, function)) {
        known = imports.find(name, function);
      }
      if (known == null) {
        throw unknown(function);
      }
      return new Executable(calls.of(known));
    }
  }
}
