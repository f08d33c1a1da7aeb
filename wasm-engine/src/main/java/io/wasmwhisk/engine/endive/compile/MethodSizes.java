// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive.compile;

import java.util.Set;
import java.util.TreeSet;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.ValType;

/**
 * How large the JVM's methods for a module's functions are, roughly. A method has at most 65,535
 * bytes of code, and finding that out takes as long as compiling it.
 */
final class MethodSizes {
  /** Nothing that is estimated as large ever fits. */
  private static final long MOST_BYTES = 3 * 65_535;

  /**
   * Locals times instructions: for each target of a branch, the compiler keeps the types of all
   * locals, so a large function with many of them would take gigabytes.
   */
  private static final long MOST_FRAMES = 16 << 20;

  /** Arguments that take more places go in an array. */
  private static final int MOST_PLACES = 253;

  private static final int INSTRUCTION_BYTES = 3;
  private static final int LOCAL_BYTES = 4;
  private static final int LABEL_BYTES = 4;

  private final int imported;
  private final long[] bytes;
  private final Set<Integer> hopeless = new TreeSet<>();

  MethodSizes(WasmModule module) {
    imported = module.importSection().count(ExternalType.FUNCTION);
    bytes = new long[module.codeSection().functionBodyCount()];
    for (int i = 0; i < bytes.length; i++) {
      FunctionBody body = module.codeSection().getFunctionBody(i);
      int type = module.functionSection().getFunctionType(i);
      bytes[i] = estimate(body);
      if (bytes[i] > MOST_BYTES || isHopeless(body, module.typeSection().getType(type))) {
        hopeless.add(imported + i);
      }
    }
  }

  private static long estimate(FunctionBody body) {
    long labels =
        body.instructions().stream()
            .filter(instruction -> instruction.opcode() == OpCode.BR_TABLE)
            .mapToLong(AnnotatedInstruction::operandCount)
            .sum();
    return (long) INSTRUCTION_BYTES * body.instructions().size()
        + (long) LOCAL_BYTES * body.localTypes().size()
        + LABEL_BYTES * labels;
  }

  private static boolean isHopeless(FunctionBody body, FunctionType type) {
    long instructions = body.instructions().size();
    long locals = type.params().size() + body.localTypes().size();
    // Of functions that take their arguments in an array, Endive forgets to make the other locals.
    return instructions * locals > MOST_FRAMES
        || places(type) > MOST_PLACES && !body.localTypes().isEmpty();
  }

  private static int places(FunctionType type) {
    return type.params().stream().mapToInt(MethodSizes::places).sum();
  }

  private static int places(ValType type) {
    return type.equals(ValType.I64) || type.equals(ValType.F64) ? 2 : 1;
  }

  /** The functions that need not be tried, by their index. */
  Set<Integer> hopeless() {
    return new TreeSet<>(hopeless);
  }

  /** How large a function is, by its index. */
  long of(int function) {
    return bytes[function - imported];
  }

  /** The functions of at least that size, by their index. */
  Set<Integer> atLeast(long size) {
    Set<Integer> large = new TreeSet<>();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= size) {
        large.add(imported + i);
      }
    }
    return large;
  }
}
