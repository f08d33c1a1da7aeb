// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleLimits;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Reads the code section, instruction by instruction (core specification, 5.5.13). */
final class CodeReader {
  private final ModuleLimits limits;
  private final TypeReader types;
  private final InstructionScanner scanner;
  private final IndexSpaces spaces;
  private final OperandStack operands = new OperandStack();

  private final IntStream.Builder starts = IntStream.builder();
  private final IntStream.Builder bodies = IntStream.builder();
  private final IntStream.Builder slots = IntStream.builder();
  private final BitSet vectors = new BitSet();
  private long allLocals;
  private int end;

  CodeReader(
      ModuleLimits limits, TypeReader types, InstructionScanner scanner, IndexSpaces spaces) {
    this.limits = limits;
    this.types = types;
    this.scanner = scanner;
    this.spaces = spaces;
  }

  void read(BinaryReader in, int count) throws InvalidModuleException {
    for (int i = 0; i < count; i++) {
      starts.add(in.position());
      int size = in.count("bytes of a function");
      int index = spaces.importedFunctions() + i;
      String function = "Function " + index;
      Bounds.check(function, size, "bytes", "function-bytes", limits.functionBytes());
      bodies.add(in.position());
      scanner.forgetVectors();
      body(in.slice(size), function, spaces.functionType(index));
      vectors.set(i, scanner.vectors());
    }
    end = in.position();
  }

  Bodies bodies() {
    return new Bodies(starts, bodies, end, slots, vectors);
  }

  private void body(BinaryReader in, String function, FunctionType type)
      throws InvalidModuleException {
    scanner.noteVectors(type);
    long locals = type.parameters().size() + declaredLocals(in);
    Bounds.check(function, locals, "locals", "locals", limits.locals());
    allLocals += locals;
    Bounds.check("The module", allLocals, "locals", "all-locals", limits.allLocals());
    operands.enter(type);
    while (!operands.closed()) {
      if (in.atEnd()) {
        throw BinaryReader.malformed(in.position(), function + " does not end with \"end\"");
      }
      int start = in.position();
      scanner.next(in);
      operands.apply(scanner, start);
    }
    in.requireEnd(function);
    Bounds.check(function, operands.highest(), "operands", "operands", limits.operands());
    Bounds.check(
        "The module",
        operands.moves(),
        "operands in the types of its blocks, branches and calls",
        "moves",
        limits.moves());
    slots.add((int) locals + operands.highest());
  }

  private long declaredLocals(BinaryReader in) throws InvalidModuleException {
    int groups = in.count("groups of locals");
    long locals = 0;
    for (int i = 0; i < groups; i++) {
      locals += in.unsigned(32);
      scanner.noteVectors(types.valueType(in));
    }
    return locals;
  }
}
