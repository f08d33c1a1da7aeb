// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import io.wasmwhisk.engine.runtime.GuestCode;
import java.util.Set;
import java.util.function.Function;
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.internal.Compiler;
import run.endive.compiler.internal.CompilerResult;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.runtime.Memory;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.WasmModule;

/** Endive's compiler: a module becomes classes in a loader of its own. */
public final class EndiveAdapter implements EngineAdapter {
  private static final System.Logger LOGGER = System.getLogger(EndiveAdapter.class.getName());

  private static final Set<Feature> FEATURES =
      Set.of(
          Feature.MUTABLE_GLOBAL,
          Feature.SIGN_EXTENSION,
          Feature.SATURATING_FLOAT,
          Feature.MULTI_VALUE,
          Feature.BULK_MEMORY,
          Feature.REFERENCE_TYPES,
          Feature.EXTENDED_CONST,
          Feature.MULTI_MEMORY);

  @Override
  public String name() {
    return "endive";
  }

  @Override
  public String implementation() {
    return "JVM bytecode";
  }

  @Override
  public boolean compiles() {
    return true;
  }

  @Override
  public Set<Feature> features() {
    return FEATURES;
  }

  @Override
  public int mostPages() {
    return Memory.RUNTIME_MAX_PAGES;
  }

  @Override
  public GuestCode compile(String name, byte[] module) throws InvalidModuleException {
    try {
      WasmModule parsed = Parser.parse(module);
      return new EndiveCode(parsed, machines(name, parsed));
    } catch (OutOfMemoryError e) {
      throw new InvalidModuleException(
          "The module of %d bytes cannot be compiled: the host has no memory left for it."
              .formatted(module.length));
    } catch (WasmEngineException e) {
      throw new InvalidModuleException("The module is not valid WebAssembly: " + e.getMessage());
    }
  }

  /** What the JVM cannot have as a method, since it is too large, is interpreted by Endive. */
  private static Function<Instance, Machine> machines(String name, WasmModule module) {
    CompilerResult result =
        Compiler.builder(module)
            .withInterpreterFallback(InterpreterFallback.SILENT)
            .withClassCollectorFactory(GuestClasses::new)
            .build()
            .compile();
    if (!result.interpretedFunctions().isEmpty()) {
      LOGGER.log(
          System.Logger.Level.WARNING,
          "module %s: %d of its functions are too large for the JVM and are interpreted, about 250 times slower than native; whisk.wasm.engine = graalwasm compiles them"
              .formatted(name, result.interpretedFunctions().size()));
    }
    return new GuestLoader(result.classBytes()).machines(result.collector().mainClassName());
  }

  @Override
  public void close() {}
}
