// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

import io.wasmwhisk.engine.binary.InvalidModuleException;

/** A module that one engine cannot run, by a limit or a fault of its own; another one may. */
public final class UnfitModuleException extends InvalidModuleException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what stood in the way
   */
  public UnfitModuleException(String message) {
    super(message);
  }
}
