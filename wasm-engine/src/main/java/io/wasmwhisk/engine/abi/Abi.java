// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.abi;

import io.wasmwhisk.engine.binary.Export;
import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.Import;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.http.guest.HttpImports;
import io.wasmwhisk.engine.wasi.WasiPreview1;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a module takes an action's parameters and gives its result, recognised by its exports. */
public enum Abi {
  /**
   * Exports {@code _start}, or a function of the action's own choice: parameters on stdin and as
   * last argument, the last line is the result.
   */
  COMMAND,
  /** Fits none. */
  UNKNOWN;

  /** What OpenWhisk calls the entry point of an action that names none. */
  public static final String DEFAULT_MAIN = "main";

  /** The entry point of a WASI command (WASI preview 1, "application ABI"). */
  static final String START = "_start";

  /** What is called before any function of a module without {@link #START} (the same). */
  static final String INITIALIZE = "_initialize";

  private static final int SHOWN_EXPORTS = 20;

  /** The ABI of a module. */
  public static Abi of(ModuleInfo info) {
    return entry(info, DEFAULT_MAIN).isPresent() ? COMMAND : UNKNOWN;
  }

  /**
   * The function that an action's {@code main} leads to: the one of that name, where there is one
   * that can be called, and else the program's start. A program has only that, whatever the action
   * calls it, as with OpenWhisk's native actions.
   */
  public static Optional<String> entry(ModuleInfo info, String main) {
    boolean starts = info.export(START, ExternalKind.FUNCTION).isPresent();
    if (starts && main.equals(DEFAULT_MAIN)) {
      return Optional.of(START);
    }
    return callable(info, main) ? Optional.of(main) : Optional.of(START).filter(name -> starts);
  }

  private static boolean callable(ModuleInfo info, String function) {
    return info.export(function, ExternalKind.FUNCTION)
        .map(Export::type)
        .filter(type -> type.parameters().isEmpty() && type.results().isEmpty())
        .isPresent();
  }

  /**
   * Why a module cannot be called, for its developer; empty when it can.
   *
   * @param main what the action calls its entry point
   */
  public static Optional<String> obstacle(ModuleInfo info, String main) {
    return missingImport(info).or(() -> missingEntryPoint(info, main));
  }

  private static Optional<String> missingImport(ModuleInfo info) {
    return info.imports().stream().map(Abi::problem).flatMap(Optional::stream).findFirst();
  }

  /** The engine binds an import by name alone, so its type is checked here. */
  private static Optional<String> problem(Import wanted) {
    Optional<String> provided =
        WasiPreview1.type(wanted.module(), wanted.name())
            .or(() -> HttpImports.type(wanted.module(), wanted.name()));
    if (wanted.kind() != ExternalKind.FUNCTION || provided.isEmpty()) {
      return Optional.of(
          "The module imports the %s \"%s\" \"%s\", which is not provided; provided are the functions of \"%s\", \"%s\", \"%s\" and \"%s\". Build it as a plain WASI program (wasm32-wasip1)."
              .formatted(
                  wanted.kind().name().toLowerCase(Locale.ROOT),
                  wanted.module(),
                  wanted.name(),
                  WasiPreview1.MODULE,
                  WasiPreview1.OLD_MODULE,
                  HttpImports.MODULE,
                  HttpImports.WOW_MODULE));
    }
    String type = String.valueOf(wanted.type());
    return provided
        .filter(expected -> !expected.equals(type))
        .map(
            expected ->
                "The module imports the function \"%s\" \"%s\" as %s, but its type is %s. Build it with a toolchain for WASI preview 1 (wasm32-wasip1)."
                    .formatted(wanted.module(), wanted.name(), type, expected));
  }

  private static Optional<String> missingEntryPoint(ModuleInfo info, String main) {
    if (entry(info, main).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        main.equals(DEFAULT_MAIN)
            ? "The module has no entry point: an action exports the function \"%s\" (build a WASI command), but this module exports %s."
                .formatted(START, exports(info))
            : "The module has no entry point \"%s\": the action's main names an exported function without parameters and results, but this module exports %s."
                .formatted(main, exports(info)));
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
