// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.read.InstructionSet.Encoding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Skips instructions one by one (core specification, 5.4), notes the features they need and the
 * sites that a rewriter may change. It knows where an instruction ends and that what it names
 * exists, not whether its operands make sense: that is the engine's validation.
 */
final class InstructionScanner {
  /** The alignment field's bit that says a memory index follows (multi-memory proposal). */
  private static final int MEMORY_INDEX_BIT = 0x40;

  private static final int EMPTY_BLOCK = 0x40;

  private static final FunctionType NOTHING = new FunctionType(List.of(), List.of());

  /** Which result it is does not matter here. */
  private static final FunctionType ONE_RESULT = new FunctionType(List.of(), List.of("i32"));

  private final Set<Feature> features;
  private final TypeReader types;
  private final IndexSpaces spaces;
  private final Sites sites;

  private int opcode;
  private int number;
  private int index;
  private int labels;
  private FunctionType type = NOTHING;
  private boolean vectors;

  InstructionScanner(Set<Feature> features, TypeReader types, IndexSpaces spaces, Sites sites) {
    this.features = features;
    this.types = types;
    this.spaces = spaces;
    this.sites = sites;
  }

  /**
   * Skips one instruction.
   *
   * @return its first byte
   */
  int next(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    opcode = in.u8();
    number = 0;
    Encoding encoding = InstructionSet.plain(opcode);
    if (encoding == null) {
      encoding = prefixed(in, start);
    }
    Feature feature = encoding.feature();
    if (feature != null) {
      features.add(feature);
    }
    vectors |= opcode == InstructionSet.VECTOR_PREFIX;
    skip(in, encoding.immediates());
    if (opcode == InstructionSet.MEMORY_GROW) {
      sites.add(Sites.Kind.MEMORY_GROWTH, start, in.position(), index);
    } else if (opcode == InstructionSet.MISC_PREFIX || opcode == InstructionSet.TABLE_SET) {
      noteSegmentsAndTables(start, in.position());
    }
    return opcode;
  }

  private void noteSegmentsAndTables(int start, int end) {
    if (opcode == InstructionSet.MISC_PREFIX && number == InstructionSet.TABLE_GROW) {
      sites.add(Sites.Kind.TABLE_GROWTH, start, end, index);
    }
    String fleeting = InstructionSet.fleeting(opcode, number);
    if (fleeting != null) {
      sites.addFleeting(fleeting);
    }
  }

  /** Whether there may have been a vector on the operand stack since this was last forgotten. */
  boolean vectors() {
    return vectors;
  }

  void forgetVectors() {
    vectors = false;
  }

  /** Notes a type in the text format's words. */
  void noteVectors(String valueType) {
    vectors |= valueType.equals("v128");
  }

  /** Notes what a function takes and leaves. */
  void noteVectors(FunctionType function) {
    vectors |= spaces.hasVectorTypes() && function.hasVectors();
  }

  /** The last instruction's first byte. */
  int opcode() {
    return opcode;
  }

  /** The last instruction's number after its prefix, 0 where it has none. */
  int number() {
    return number;
  }

  /** The last instruction's index where it has exactly one; of a branch table the default label. */
  int index() {
    return index;
  }

  /** Labels of the last branch table, the default one included. */
  int labels() {
    return labels;
  }

  /** What the last block takes and leaves, or the last call. */
  FunctionType type() {
    return type;
  }

  /** Skips a constant expression (3.3.10) with its end. */
  void constant(BinaryReader in) throws InvalidModuleException {
    int first;
    do {
      first = in.peek();
      if (first >= 0x02 && first <= 0x06 || first == 0x1f) {
        throw BinaryReader.malformed(in.position(), "a block stands in a constant expression");
      }
      if (isExtendedConstant(first)) {
        features.add(Feature.EXTENDED_CONST);
      }
      next(in);
    } while (first != InstructionSet.END);
  }

  /** add, sub and mul of i32 and i64. */
  private static boolean isExtendedConstant(int opcode) {
    return opcode >= 0x6a && opcode <= 0x6c || opcode >= 0x7c && opcode <= 0x7e;
  }

  private Encoding prefixed(BinaryReader in, int start) throws InvalidModuleException {
    if (opcode < InstructionSet.GC_PREFIX || opcode > InstructionSet.ATOMIC_PREFIX) {
      throw BinaryReader.malformed(start, "unknown opcode 0x%02x".formatted(opcode));
    }
    number = in.u32();
    Encoding encoding = InstructionSet.prefixed(opcode, number);
    if (encoding == null) {
      throw BinaryReader.malformed(start, "unknown opcode 0x%02x 0x%02x".formatted(opcode, number));
    }
    return encoding;
  }

  private void skip(BinaryReader in, InstructionSet.Immediates immediates)
      throws InvalidModuleException {
    switch (immediates) {
      case NONE -> {}
      case INDEX -> index = in.u32();
      case FUNCTION -> function(in);
      case GLOBAL -> {
        index = spaces.global(in);
        vectors |= spaces.isVector(index);
      }
      case TABLE -> index = spaces.table(in);
      case I32 -> in.signed(32);
      case MEMORY_ARGUMENT -> memoryArgument(in);
      case BLOCK_TYPE -> blockType(in);
      case I64 -> in.signed(64);
      case TWO_INDICES -> {
        in.u32();
        in.u32();
      }
      case LABELS -> labels(in);
      case VALUE_TYPES -> valueTypes(in);
      case TRY_TABLE -> tryTable(in);
      case INDIRECT_CALL -> indirectCall(in);
      case MEMORY_INDEX -> index = spaces.memory(in);
      case ONE_BYTE -> in.skip(1);
      case FOUR_BYTES -> in.skip(4);
      case EIGHT_BYTES -> in.skip(8);
      case SIXTEEN_BYTES -> in.skip(16);
      case MEMORY_LANE -> {
        memoryArgument(in);
        in.skip(1);
      }
      case SEGMENT_AND_MEMORY -> {
        in.u32();
        spaces.memory(in);
      }
      case TWO_MEMORIES -> {
        spaces.memory(in);
        spaces.memory(in);
      }
      case HEAP_TYPE -> types.heapType(in);
      case CAST_BRANCH -> {
        in.skip(1);
        in.u32();
        types.heapType(in);
        types.heapType(in);
      }
    }
  }

  private void memoryArgument(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    int flags = in.u32();
    if (flags >= 2 * MEMORY_INDEX_BIT) {
      throw BinaryReader.malformed(start, "the alignment is too large: " + flags);
    }
    if ((flags & MEMORY_INDEX_BIT) != 0) {
      features.add(Feature.MULTI_MEMORY);
      spaces.memory(in);
    }
    in.unsigned(spaces.wideMemory() ? 64 : 32);
  }

  private void function(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    index = spaces.function(in);
    type = spaces.functionType(index);
    noteVectors(type);
    sites.addFunction(start, in.position(), index - spaces.importedFunctions());
  }

  /** Empty, a value type, or the index of a function type (5.4.1). */
  private void blockType(BinaryReader in) throws InvalidModuleException {
    int first = in.peek();
    if (first == EMPTY_BLOCK) {
      in.skip(1);
      type = NOTHING;
    } else if (first < 0x80 && (first & 0x40) != 0) {
      noteVectors(types.valueType(in));
      type = ONE_RESULT;
    } else {
      type = typeAt(in.position(), in.signed(33));
      features.add(Feature.MULTI_VALUE);
    }
  }

  /** A function type of the type section. */
  private FunctionType typeAt(int offset, long number) throws InvalidModuleException {
    List<@Nullable FunctionType> all = spaces.types();
    if (number < 0 || number >= all.size()) {
      throw BinaryReader.malformed(
          offset, "type %d does not exist, there are %d".formatted(number, all.size()));
    }
    FunctionType found = all.get((int) number);
    FunctionType function = found == null ? NOTHING : found;
    noteVectors(function);
    return function;
  }

  private void labels(BinaryReader in) throws InvalidModuleException {
    labels = in.count("labels") + 1;
    for (int i = 0; i < labels; i++) {
      index = in.u32();
    }
  }

  private void valueTypes(BinaryReader in) throws InvalidModuleException {
    int count = in.count("value types");
    for (int i = 0; i < count; i++) {
      noteVectors(types.valueType(in));
    }
  }

  private void indirectCall(BinaryReader in) throws InvalidModuleException {
    type = typeAt(in.position(), in.u32());
    if (spaces.table(in) != 0) {
      features.add(Feature.REFERENCE_TYPES);
    }
  }

  /** Catch clauses: with a tag, with a tag and a reference, all, all with a reference. */
  private void tryTable(BinaryReader in) throws InvalidModuleException {
    blockType(in);
    int count = in.count("catch clauses");
    for (int i = 0; i < count; i++) {
      int start = in.position();
      int kind = in.u8();
      if (kind > 3) {
        throw BinaryReader.malformed(start, "unknown catch clause 0x%02x".formatted(kind));
      }
      if (kind < 2) {
        in.u32();
      }
      in.u32();
    }
  }
}
