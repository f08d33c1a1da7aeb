// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleLimits;
import java.util.stream.IntStream;

/** Reads the code section, instruction by instruction (core specification, 5.5.13). */
final class CodeReader {
  private final ModuleLimits limits;
  private final TypeReader types;
  private final InstructionScanner scanner;
  private final Contents contents;

  private final IntStream.Builder starts = IntStream.builder();
  private final IntStream.Builder bodies = IntStream.builder();
  private final IntStream.Builder growths = IntStream.builder();
  private long allLocals;
  private int end;

  CodeReader(ModuleLimits limits, TypeReader types, InstructionScanner scanner, Contents contents) {
    this.limits = limits;
    this.types = types;
    this.scanner = scanner;
    this.contents = contents;
  }

  void read(BinaryReader in, int count) throws InvalidModuleException {
    for (int i = 0; i < count; i++) {
      starts.add(in.position());
      int size = in.count("bytes of a function");
      String function = "Function " + (contents.importedFunctions() + i);
      Bounds.check(function, size, "bytes", "function-bytes", limits.functionBytes());
      bodies.add(in.position());
      body(in.slice(size), function, contents.definedType(i));
    }
    end = in.position();
  }

  Bodies bodies() {
    return new Bodies(starts, bodies, end, growths);
  }

  private void body(BinaryReader in, String function, FunctionType type)
      throws InvalidModuleException {
    long locals = type.parameters().size() + declaredLocals(in);
    Bounds.check(function, locals, "locals", "locals", limits.locals());
    allLocals += locals;
    Bounds.check("The module", allLocals, "locals", "all-locals", limits.allLocals());
    int last = -1;
    while (!in.atEnd()) {
      int start = in.position();
      last = scanner.next(in);
      if (last == InstructionSet.MEMORY_GROW) {
        growths.add(start);
        growths.add(in.position());
      }
    }
    if (last != InstructionSet.END) {
      throw BinaryReader.malformed(in.position(), function + " does not end with \"end\"");
    }
  }

  private long declaredLocals(BinaryReader in) throws InvalidModuleException {
    int groups = in.count("groups of locals");
    long locals = 0;
    for (int i = 0; i < groups; i++) {
      locals += in.unsigned(32);
      types.valueType(in);
    }
    return locals;
  }
}
