// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.MethodTooLargeException;
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.internal.Compiler;
import run.endive.compiler.internal.CompilerResult;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.WasmModule;

/**
 * Compiles a module; what the JVM cannot have as a method, since it is too large, is interpreted by
 * Endive. Endive's own way of finding those compiles all of the module again for each of them,
 * which a module of a thousand would make take for ever. Here each further attempt gives up more:
 * there are never more than about ten.
 */
final class MethodCompiler {
  /** Attempts that give up no function but those as large as one that was too large. */
  private static final int EXACT = 3;

  private static final int FACTOR_BITS = 2;
  private static final String FUNCTION = "func_";

  private final WasmModule module;
  private final MethodSizes sizes;
  private final Set<Integer> interpreted;
  private int attempts;

  MethodCompiler(WasmModule module) {
    this.module = module;
    this.sizes = new MethodSizes(module);
    this.interpreted = sizes.hopeless();
  }

  /**
   * The classes.
   *
   * @throws WasmEngineException when the JVM cannot have them at all
   */
  CompilerResult compile() {
    Optional<CompilerResult> result = attempt();
    while (result.isEmpty()) {
      result = attempt();
    }
    return result.get();
  }

  /** How often the module was compiled. */
  int attempts() {
    return attempts;
  }

  /** Empty when a function was too large, which is given up from now on. */
  private Optional<CompilerResult> attempt() {
    attempts++;
    try {
      return Optional.of(
          Compiler.builder(module)
              .withInterpretedFunctions(interpreted)
              .withInterpreterFallback(InterpreterFallback.FAIL)
              .withClassCollectorFactory(GuestClasses::new)
              .build()
              .compile());
    } catch (WasmEngineException e) {
      giveUp(tooLarge(e));
      return Optional.empty();
    }
  }

  private static int tooLarge(WasmEngineException e) {
    if (e.getCause() instanceof MethodTooLargeException method
        && method.getMethodName().startsWith(FUNCTION)) {
      return Integer.parseInt(method.getMethodName().substring(FUNCTION.length()));
    }
    throw e;
  }

  private void giveUp(int function) {
    int halvings = FACTOR_BITS * Math.max(0, attempts - EXACT);
    interpreted.addAll(sizes.atLeast(sizes.of(function) >> halvings));
  }
}
