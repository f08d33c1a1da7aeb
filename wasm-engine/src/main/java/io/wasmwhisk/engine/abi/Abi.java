// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.abi;

import io.wasmwhisk.engine.binary.Export;
import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.ModuleInfo;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a module takes an action's parameters and gives its result, recognised by its exports. */
public enum Abi {
  /**
   * Exports {@code _start}: parameters on stdin and as last argument, the last line is the result.
   */
  COMMAND,
  /** Fits none. */
  UNKNOWN;

  /** The entry point of a WASI command (WASI preview 1, "application ABI"). */
  static final String START = "_start";

  private static final int SHOWN_EXPORTS = 20;

  /** The ABI of a module. */
  public static Abi of(ModuleInfo info) {
    return info.export(START, ExternalKind.FUNCTION).isPresent() ? COMMAND : UNKNOWN;
  }

  /** Why a module cannot be called by its ABI, for its developer; empty when it can. */
  public Optional<String> obstacle(ModuleInfo info) {
    return switch (this) {
      case COMMAND -> Optional.empty();
      case UNKNOWN ->
          Optional.of(
              "The module has no entry point: an action exports the function \"%s\" (build a WASI command), but this module exports %s."
                  .formatted(START, exports(info)));
    };
  }

  private static String exports(ModuleInfo info) {
    String names =
        info.exports().stream()
            .filter(export -> export.kind() == ExternalKind.FUNCTION)
            .limit(SHOWN_EXPORTS)
            .map(Export::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "no function" : "the functions " + names;
  }
}
