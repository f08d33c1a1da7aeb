// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * The import object of {@code newInstance}: GraalWasm asks it for a module, and the module for a
 * name, once for each of the guest's imports.
 */
final class ImportObject {
  private ImportObject() {}

  static ProxyObject of(Imports imports, GraalMemory memory) {
    return new Members() {
      @Override
      public Object getMember(String module) {
        return moduleOf(imports, module, memory);
      }

      @Override
      public boolean hasMember(String module) {
        return true;
      }
    };
  }

  private static ProxyObject moduleOf(Imports imports, String module, GraalMemory memory) {
    return new Members() {
      @Override
      public @Nullable Object getMember(String name) {
        HostFunction function = imports.find(module, name);
        return function == null ? null : executable(function, memory);
      }

      @Override
      public boolean hasMember(String name) {
        return imports.find(module, name) != null;
      }
    };
  }

  private static ProxyExecutable executable(HostFunction function, GraalMemory memory) {
    Signature signature = Signature.of(function);
    return arguments -> signature.encode(function.call(memory, signature.decode(arguments)));
  }

  /** An object whose members can be read only by name. */
  private abstract static class Members implements ProxyObject {
    @Override
    public Object getMemberKeys() {
      return new Object[0];
    }

    @Override
    public void putMember(String key, Value value) {
      throw new UnsupportedOperationException("imports cannot be written");
    }
  }
}
