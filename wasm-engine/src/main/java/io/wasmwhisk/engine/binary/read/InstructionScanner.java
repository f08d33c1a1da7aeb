// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.read.InstructionSet.Encoding;
import java.util.Set;

/**
 * Skips instructions one by one (core specification, 5.4) and notes the features they need. It
 * knows where an instruction ends, not whether its operands make sense: that is the engine's
 * validation.
 */
final class InstructionScanner {
  /** The alignment field's bit that says a memory index follows (multi-memory proposal). */
  private static final int MEMORY_INDEX_BIT = 0x40;

  private static final int EMPTY_BLOCK = 0x40;

  private final Set<Feature> features;
  private final TypeReader types;
  private int memories;
  private boolean wideMemory;

  InstructionScanner(Set<Feature> features, TypeReader types) {
    this.features = features;
    this.types = types;
  }

  /** One more memory that instructions may name; with a wide one, offsets have 64 bits. */
  void addMemory(boolean wide) {
    memories++;
    wideMemory |= wide;
  }

  /**
   * Skips one instruction.
   *
   * @return its first byte
   */
  int next(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    int opcode = in.u8();
    Encoding encoding = InstructionSet.plain(opcode);
    if (encoding == null) {
      encoding = prefixed(in, start, opcode);
    }
    Feature feature = encoding.feature();
    if (feature != null) {
      features.add(feature);
    }
    skip(in, encoding.immediates());
    return opcode;
  }

  /** Skips a constant expression (3.3.10) with its end. */
  void constant(BinaryReader in) throws InvalidModuleException {
    int opcode;
    do {
      opcode = in.peek();
      if (opcode >= 0x02 && opcode <= 0x06 || opcode == 0x1f) {
        throw BinaryReader.malformed(in.position(), "a block stands in a constant expression");
      }
      if (isExtendedConstant(opcode)) {
        features.add(Feature.EXTENDED_CONST);
      }
      next(in);
    } while (opcode != InstructionSet.END);
  }

  /** add, sub and mul of i32 and i64. */
  private static boolean isExtendedConstant(int opcode) {
    return opcode >= 0x6a && opcode <= 0x6c || opcode >= 0x7c && opcode <= 0x7e;
  }

  private static Encoding prefixed(BinaryReader in, int start, int opcode)
      throws InvalidModuleException {
    if (opcode < InstructionSet.GC_PREFIX || opcode > InstructionSet.ATOMIC_PREFIX) {
      throw BinaryReader.malformed(start, "unknown opcode 0x%02x".formatted(opcode));
    }
    int number = in.u32();
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
      case INDEX -> in.u32();
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
      case MEMORY_INDEX -> memoryIndex(in);
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
        memoryIndex(in);
      }
      case TWO_MEMORIES -> {
        memoryIndex(in);
        memoryIndex(in);
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
      memoryIndex(in);
    }
    in.unsigned(wideMemory ? 64 : 32);
  }

  private void memoryIndex(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    int index = in.u32();
    if (index >= memories) {
      throw BinaryReader.malformed(
          start, "memory %d does not exist, there are %d".formatted(index, memories));
    }
  }

  /** Empty, a value type, or the index of a function type (5.4.1). */
  private void blockType(BinaryReader in) throws InvalidModuleException {
    int first = in.peek();
    if (first == EMPTY_BLOCK) {
      in.skip(1);
    } else if (first < 0x80 && (first & 0x40) != 0) {
      types.valueType(in);
    } else {
      index33(in);
      features.add(Feature.MULTI_VALUE);
    }
  }

  private static void index33(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    if (in.signed(33) < 0) {
      throw BinaryReader.malformed(start, "a type index is negative");
    }
  }

  private static void labels(BinaryReader in) throws InvalidModuleException {
    int count = in.count("labels");
    for (int i = 0; i <= count; i++) {
      in.u32();
    }
  }

  private void valueTypes(BinaryReader in) throws InvalidModuleException {
    int count = in.count("value types");
    for (int i = 0; i < count; i++) {
      types.valueType(in);
    }
  }

  private void indirectCall(BinaryReader in) throws InvalidModuleException {
    in.u32();
    if (in.u32() != 0) {
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
