// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static io.wasmwhisk.engine.binary.rewrite.Opcodes.FUNCTION_TYPE;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I32;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64;

import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.write.ByteSink;

/**
 * The functions of {@link ReservedNames#HOST} that a rewritten module imports. They follow the
 * imports that the guest has, so they take the indices of the first functions that it defines.
 *
 * @param growth whether it imports those that ask for memory
 * @param frames whether it imports the one that asks for call frames
 * @param state whether it imports the one that is told the values of globals
 * @param first the function index of the first of them
 */
record HostFunctions(boolean growth, boolean frames, boolean state, int first) {

  /** How many there are. */
  int count() {
    return (growth ? 2 : 0) + (frames ? 1 : 0) + (state ? 1 : 0);
  }

  int grow() {
    return first;
  }

  int grown() {
    return first + 1;
  }

  int frame() {
    return first + (growth ? 2 : 0);
  }

  int tell() {
    return frame() + (frames ? 1 : 0);
  }

  /** Writes their types, one for each, in their order. */
  void writeTypes(ByteSink out) {
    if (growth) {
      out.put(FUNCTION_TYPE, 2, I64, I64, 1, I32);
      out.put(FUNCTION_TYPE, 3, I64, I64, I32, 0);
    }
    if (frames) {
      out.put(FUNCTION_TYPE, 1, I64, 1, I64);
    }
    if (state) {
      out.put(FUNCTION_TYPE, 2, I32, I64, 0);
    }
  }

  /**
   * Writes their imports.
   *
   * @param type the index of the first of their types
   */
  void writeImports(ByteSink out, int type) {
    if (growth) {
      writeImport(out, ReservedNames.GROW, type);
      writeImport(out, ReservedNames.GROWN, type + 1);
    }
    if (frames) {
      writeImport(out, ReservedNames.FRAMES, type + (growth ? 2 : 0));
    }
    if (state) {
      writeImport(out, ReservedNames.STATE, type + count() - 1);
    }
  }

  private static void writeImport(ByteSink out, String name, int type) {
    out.name(ReservedNames.HOST).name(name).put(ExternalKind.FUNCTION.ordinal()).unsigned(type);
  }
}
