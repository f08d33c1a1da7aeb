// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The host functions that one activation gives to its instances. Made per activation, so the
 * functions may close over its state; only those that a module imports are looked up.
 */
@FunctionalInterface
public interface Imports {

  /** The function for an import, or null when there is none of that name. */
  @Nullable HostFunction find(String module, String name);

  /** Looks here first, then in {@code next}. */
  default Imports or(Imports next) {
    return (module, name) -> {
      HostFunction function = find(module, name);
      return function != null ? function : next.find(module, name);
    };
  }
}
