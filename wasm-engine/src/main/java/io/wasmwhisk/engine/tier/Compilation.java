// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.tier;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.runtime.GuestCode;

/** Makes code of a module. */
@FunctionalInterface
public interface Compilation {

  /**
   * The code.
   *
   * @throws InvalidModuleException when the engine cannot run the module
   */
  GuestCode compile() throws InvalidModuleException;
}
