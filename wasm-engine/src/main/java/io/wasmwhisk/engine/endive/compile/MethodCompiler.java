// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive.compile;

import io.wasmwhisk.engine.runtime.UnfitModuleException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.MethodTooLargeException;
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.internal.Compiler;
import run.endive.compiler.internal.CompilerResult;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.WasmModule;

/**
 * Compiles a module; what the JVM does not take as a method is interpreted by Endive: mostly what
 * is too large, seldom what Endive compiles wrongly, which the JVM's verifier finds. Endive's own
 * way of finding the former compiles all of the module again for each of them, which a module of a
 * thousand would make take for ever. Here each further attempt gives up more, and there are not
 * many.
 */
public final class MethodCompiler {
  /** Attempts that give up no function but those as large as one that was too large. */
  private static final int EXACT = 3;

  private static final int FACTOR_BITS = 2;

  /** More functions that the verifier refuses are no accident. */
  private static final int MOST_ATTEMPTS = 20;

  private static final String FUNCTION = "func_";
  private static final Pattern REFUSED = Pattern.compile("\\.func_(\\d+)\\(");

  private final WasmModule module;
  private final MethodSizes sizes;
  private final Set<Integer> interpreted;
  private final boolean whole;
  private int attempts;
  private int tooLarge;

  /**
   * What came of it.
   *
   * @param files to be kept
   * @param loader has them, verified
   */
  public record Made(ClassFiles files, GuestLoader loader) {}

  /**
   * @param whole whether no function may be given up
   */
  public MethodCompiler(WasmModule module, boolean whole) {
    this.module = module;
    this.whole = whole;
    this.sizes = new MethodSizes(module);
    this.interpreted = sizes.hopeless();
  }

  /**
   * The classes.
   *
   * @throws WasmEngineException when the JVM cannot have them at all
   * @throws LinkageError when it refuses them
   * @throws UnfitModuleException when a function would have to be given up that may not be
   */
  public Made compile() throws UnfitModuleException {
    requireAllowed();
    Optional<Made> made = attempt();
    while (made.isEmpty()) {
      requireAllowed();
      made = attempt();
    }
    return made.get();
  }

  private void requireAllowed() throws UnfitModuleException {
    if (whole) {
      requireWhole(interpreted);
    }
  }

  /**
   * Refuses a module of which something would be interpreted.
   *
   * @param interpreted indices of functions
   */
  public static void requireWhole(Set<Integer> interpreted) throws UnfitModuleException {
    if (!interpreted.isEmpty()) {
      throw new UnfitModuleException(
          "%d functions of the module would be interpreted by Endive, the first one with the index %d."
              .formatted(interpreted.size(), Collections.min(interpreted)));
    }
  }

  /** How often the module was compiled. */
  int attempts() {
    return attempts;
  }

  /** Empty when the JVM does not take a function, which is given up from now on. */
  private Optional<Made> attempt() {
    attempts++;
    try {
      return Optional.of(verified(classes()));
    } catch (WasmEngineException e) {
      giveUp(tooLarge(e));
    } catch (VerifyError e) {
      interpreted.add(refused(e));
    }
    return Optional.empty();
  }

  private CompilerResult classes() {
    boolean hasMemory = module.memorySection().filter(all -> all.memoryCount() > 0).isPresent();
    return Compiler.builder(module)
        .withInterpretedFunctions(interpreted)
        .withInterpreterFallback(InterpreterFallback.FAIL)
        .withClassCollectorFactory(() -> new GuestClasses(hasMemory))
        .build()
        .compile();
  }

  private static Made verified(CompilerResult result) {
    ClassFiles files = ClassFiles.of(result);
    GuestLoader loader = new GuestLoader(files.classes());
    loader.verify();
    return new Made(files, loader);
  }

  private int refused(VerifyError e) {
    Matcher function = REFUSED.matcher(String.valueOf(e.getMessage()));
    if (attempts == MOST_ATTEMPTS || !function.find()) {
      throw e;
    }
    return Integer.parseInt(function.group(1));
  }

  private static int tooLarge(WasmEngineException e) {
    if (e.getCause() instanceof MethodTooLargeException method
        && method.getMethodName().startsWith(FUNCTION)) {
      return Integer.parseInt(method.getMethodName().substring(FUNCTION.length()));
    }
    throw e;
  }

  private void giveUp(int function) {
    tooLarge++;
    int halvings = FACTOR_BITS * Math.max(0, tooLarge - EXACT);
    interpreted.addAll(sizes.atLeast(sizes.of(function) >> halvings));
  }
}
