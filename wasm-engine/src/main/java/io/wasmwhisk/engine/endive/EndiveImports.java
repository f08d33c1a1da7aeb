// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Import;

/** What a module imports, and what a host has for it. */
final class EndiveImports {
  private static final long[] NOTHING = {};

  private final List<Wanted> functions = new ArrayList<>();

  /**
   * An import of a function.
   *
   * @param signature its type in our words; empty where no function of ours can have it
   */
  private record Wanted(
      String module, String name, FunctionType type, Optional<Signature> signature) {
    boolean fits(HostFunction function) {
      return signature.isPresent()
          && signature.get().parameters().equals(function.parameters())
          && signature.get().results().equals(function.results());
    }
  }

  EndiveImports(WasmModule module) {
    for (int i = 0; i < module.importSection().importCount(); i++) {
      Import wanted = module.importSection().getImport(i);
      if (wanted instanceof FunctionImport function) {
        FunctionType type = module.typeSection().getType(function.typeIndex());
        functions.add(new Wanted(function.module(), function.name(), type, Signature.of(type)));
      }
    }
  }

  /**
   * The functions of one instance. What else a module imports is left out: Endive names it.
   *
   * @throws GuestFailure.Link when one is missing, or has another type
   */
  ImportValues of(Imports imports, EndiveMemory memory) throws GuestFailure {
    ImportFunction[] found = new ImportFunction[functions.size()];
    for (int i = 0; i < found.length; i++) {
      Wanted wanted = functions.get(i);
      found[i] =
          new ImportFunction(
              wanted.module(), wanted.name(), wanted.type(), handle(wanted, imports, memory));
    }
    return ImportValues.builder().addFunction(found).build();
  }

  private static WasmFunctionHandle handle(Wanted wanted, Imports imports, EndiveMemory memory)
      throws GuestFailure {
    HostFunction function = imports.find(wanted.module(), wanted.name());
    if (function == null) {
      throw link("nothing of this host is %s.%s", wanted);
    }
    if (!wanted.fits(function)) {
      throw link("%s.%s has another type in this host", wanted);
    }
    return function.results().isEmpty()
        ? (instance, arguments) -> {
          call(function, memory, arguments);
          return NOTHING;
        }
        : (instance, arguments) -> new long[] {call(function, memory, arguments)};
  }

  private static GuestFailure link(String problem, Wanted wanted) {
    return new GuestFailure.Link(
        "The module cannot be instantiated: " + problem.formatted(wanted.module(), wanted.name()));
  }

  private static long call(HostFunction function, EndiveMemory memory, long[] arguments) {
    try {
      return function.call(memory, arguments);
    } catch (RuntimeException e) {
      throw new HostThrew(e);
    }
  }

  /** Tells what a host function threw from what Endive throws. */
  static final class HostThrew extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException thrown;

    HostThrew(RuntimeException thrown) {
      super(thrown.getMessage(), thrown, false, false);
      this.thrown = thrown;
    }

    RuntimeException thrown() {
      return thrown;
    }
  }
}
