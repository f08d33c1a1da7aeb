// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * A Context in which a module is parsed. The instances that are made in it, one after the other,
 * share nothing: each is made in a store of its own (core specification, 4.2.3; GraalWasm's {@code
 * WasmStore}), which the Context does not know.
 */
final class ModuleContext {
  private final Pausable pausable;
  private final Value module;

  private ModuleContext(Pausable pausable, Value module) {
    this.pausable = pausable;
    this.module = module;
  }

  static ModuleContext open(GraalAdapter adapter, Source source) {
    Pausable pausable = adapter.newPausable();
    try {
      return new ModuleContext(pausable, pausable.context().eval(source));
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

  /** The exports of a new instance. */
  Value instantiate(ProxyObject imports) {
    return module.newInstance(imports).getMember("exports");
  }

  void close() {
    context().close(true);
  }
}
