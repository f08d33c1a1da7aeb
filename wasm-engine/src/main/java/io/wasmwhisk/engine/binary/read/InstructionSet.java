// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import static io.wasmwhisk.engine.binary.Feature.BULK_MEMORY;
import static io.wasmwhisk.engine.binary.Feature.EXCEPTIONS;
import static io.wasmwhisk.engine.binary.Feature.FUNCTION_REFERENCES;
import static io.wasmwhisk.engine.binary.Feature.GC;
import static io.wasmwhisk.engine.binary.Feature.LEGACY_EXCEPTIONS;
import static io.wasmwhisk.engine.binary.Feature.REFERENCE_TYPES;
import static io.wasmwhisk.engine.binary.Feature.RELAXED_SIMD;
import static io.wasmwhisk.engine.binary.Feature.SATURATING_FLOAT;
import static io.wasmwhisk.engine.binary.Feature.SIGN_EXTENSION;
import static io.wasmwhisk.engine.binary.Feature.SIMD;
import static io.wasmwhisk.engine.binary.Feature.TAIL_CALL;
import static io.wasmwhisk.engine.binary.Feature.THREADS;

import io.wasmwhisk.engine.binary.Feature;
import org.jspecify.annotations.Nullable;

/**
 * Every instruction's immediates and the feature that brought it (core specification 3.0, 5.4 and
 * its index of instructions; threads; the first form of exception handling).
 */
final class InstructionSet {

  /** What follows an opcode. */
  enum Immediates {
    NONE,
    BLOCK_TYPE,
    INDEX,
    FUNCTION,
    GLOBAL,
    TABLE,
    TWO_INDICES,
    /** A vector of labels and one more. */
    LABELS,
    /** A vector of value types. */
    VALUE_TYPES,
    /** A block type and a vector of catch clauses. */
    TRY_TABLE,
    /** Type and table of an indirect call. */
    INDIRECT_CALL,
    MEMORY_ARGUMENT,
    MEMORY_INDEX,
    I32,
    I64,
    ONE_BYTE,
    FOUR_BYTES,
    EIGHT_BYTES,
    SIXTEEN_BYTES,
    /** A memory argument and a lane. */
    MEMORY_LANE,
    /** A segment and a memory. */
    SEGMENT_AND_MEMORY,
    TWO_MEMORIES,
    HEAP_TYPE,
    /** Flags, a label and two heap types. */
    CAST_BRANCH
  }

  /** One instruction. */
  record Encoding(Immediates immediates, @Nullable Feature feature) {}

  static final int END = 0x0b;
  static final int TABLE_SET = 0x26;
  static final int MEMORY_GROW = 0x40;

  /** After {@link #MISC_PREFIX}. */
  static final int TABLE_GROW = 15;

  static final int GC_PREFIX = 0xfb;
  static final int MISC_PREFIX = 0xfc;
  static final int VECTOR_PREFIX = 0xfd;
  static final int ATOMIC_PREFIX = 0xfe;

  private static final @Nullable Encoding[] PLAIN = new Encoding[256];
  private static final @Nullable Encoding[] GC_SET = new Encoding[31];
  private static final @Nullable Encoding[] MISC = new Encoding[18];
  private static final @Nullable Encoding[] VECTOR = new Encoding[0x114];
  private static final @Nullable Encoding[] ATOMIC = new Encoding[0x4f];

  /** Numbers between the vector instructions that mean nothing. */
  private static final int[] VECTOR_GAPS = {
    0x9a, 0xa2, 0xa5, 0xa6, 0xaf, 0xb0, 0xb2, 0xb3, 0xb4, 0xbb, 0xc2, 0xc5, 0xc6, 0xcf, 0xd0, 0xd2,
    0xd3, 0xd4, 0xe2, 0xee
  };

  static {
    control();
    variables();
    memory();
    numbers();
    references();
    misc();
    vectors();
    atomics();
  }

  private InstructionSet() {}

  /** The instruction of a one-byte opcode, null when there is none (or it is a prefix). */
  static @Nullable Encoding plain(int opcode) {
    return PLAIN[opcode];
  }

  /** The instruction of a number after a prefix, null when there is none. */
  static @Nullable Encoding prefixed(int prefix, int number) {
    @Nullable Encoding[] set =
        switch (prefix) {
          case GC_PREFIX -> GC_SET;
          case MISC_PREFIX -> MISC;
          case VECTOR_PREFIX -> VECTOR;
          default -> ATOMIC;
        };
    return number < set.length ? set[number] : null;
  }

  /**
   * The name of an instruction that changes a table or takes a segment's bytes, which it may have
   * dropped; null for all others.
   */
  static @Nullable String fleeting(int opcode, int number) {
    if (opcode == TABLE_SET) {
      return "table.set";
    }
    return switch (opcode == MISC_PREFIX ? number : -1) {
      case 8 -> "memory.init";
      case 9 -> "data.drop";
      case 12 -> "table.init";
      case 13 -> "elem.drop";
      case 14 -> "table.copy";
      case TABLE_GROW -> "table.grow";
      case 17 -> "table.fill";
      default -> null;
    };
  }

  private static void control() {
    put(PLAIN, 0x00, 0x01, Immediates.NONE, null);
    put(PLAIN, 0x02, 0x04, Immediates.BLOCK_TYPE, null);
    put(PLAIN, 0x05, 0x05, Immediates.NONE, null);
    put(PLAIN, 0x06, 0x06, Immediates.BLOCK_TYPE, LEGACY_EXCEPTIONS);
    put(PLAIN, 0x07, 0x07, Immediates.INDEX, LEGACY_EXCEPTIONS);
    put(PLAIN, 0x08, 0x08, Immediates.INDEX, EXCEPTIONS);
    put(PLAIN, 0x09, 0x09, Immediates.INDEX, LEGACY_EXCEPTIONS);
    put(PLAIN, 0x0a, 0x0a, Immediates.NONE, EXCEPTIONS);
    put(PLAIN, END, END, Immediates.NONE, null);
    put(PLAIN, 0x0c, 0x0d, Immediates.INDEX, null);
    put(PLAIN, 0x0e, 0x0e, Immediates.LABELS, null);
    put(PLAIN, 0x0f, 0x0f, Immediates.NONE, null);
    put(PLAIN, 0x10, 0x10, Immediates.FUNCTION, null);
    put(PLAIN, 0x11, 0x11, Immediates.INDIRECT_CALL, null);
    put(PLAIN, 0x12, 0x12, Immediates.FUNCTION, TAIL_CALL);
    put(PLAIN, 0x13, 0x13, Immediates.INDIRECT_CALL, TAIL_CALL);
    put(PLAIN, 0x14, 0x14, Immediates.INDEX, FUNCTION_REFERENCES);
    put(PLAIN, 0x15, 0x15, Immediates.INDEX, TAIL_CALL);
    put(PLAIN, 0x18, 0x18, Immediates.INDEX, LEGACY_EXCEPTIONS);
    put(PLAIN, 0x19, 0x19, Immediates.NONE, LEGACY_EXCEPTIONS);
    put(PLAIN, 0x1f, 0x1f, Immediates.TRY_TABLE, EXCEPTIONS);
  }

  private static void variables() {
    put(PLAIN, 0x1a, 0x1b, Immediates.NONE, null);
    put(PLAIN, 0x1c, 0x1c, Immediates.VALUE_TYPES, REFERENCE_TYPES);
    put(PLAIN, 0x20, 0x22, Immediates.INDEX, null);
    put(PLAIN, 0x23, 0x24, Immediates.GLOBAL, null);
    put(PLAIN, 0x25, 0x26, Immediates.TABLE, REFERENCE_TYPES);
  }

  private static void memory() {
    put(PLAIN, 0x28, 0x3e, Immediates.MEMORY_ARGUMENT, null);
    put(PLAIN, 0x3f, MEMORY_GROW, Immediates.MEMORY_INDEX, null);
  }

  private static void numbers() {
    put(PLAIN, 0x41, 0x41, Immediates.I32, null);
    put(PLAIN, 0x42, 0x42, Immediates.I64, null);
    put(PLAIN, 0x43, 0x43, Immediates.FOUR_BYTES, null);
    put(PLAIN, 0x44, 0x44, Immediates.EIGHT_BYTES, null);
    put(PLAIN, 0x45, 0xbf, Immediates.NONE, null);
    put(PLAIN, 0xc0, 0xc4, Immediates.NONE, SIGN_EXTENSION);
  }

  private static void references() {
    put(PLAIN, 0xd0, 0xd0, Immediates.HEAP_TYPE, REFERENCE_TYPES);
    put(PLAIN, 0xd1, 0xd1, Immediates.NONE, REFERENCE_TYPES);
    put(PLAIN, 0xd2, 0xd2, Immediates.FUNCTION, REFERENCE_TYPES);
    put(PLAIN, 0xd3, 0xd3, Immediates.NONE, GC);
    put(PLAIN, 0xd4, 0xd4, Immediates.NONE, FUNCTION_REFERENCES);
    put(PLAIN, 0xd5, 0xd6, Immediates.INDEX, FUNCTION_REFERENCES);
    put(GC_SET, 0, 1, Immediates.INDEX, GC);
    put(GC_SET, 2, 5, Immediates.TWO_INDICES, GC);
    put(GC_SET, 6, 7, Immediates.INDEX, GC);
    put(GC_SET, 8, 10, Immediates.TWO_INDICES, GC);
    put(GC_SET, 11, 14, Immediates.INDEX, GC);
    put(GC_SET, 15, 15, Immediates.NONE, GC);
    put(GC_SET, 16, 16, Immediates.INDEX, GC);
    put(GC_SET, 17, 19, Immediates.TWO_INDICES, GC);
    put(GC_SET, 20, 23, Immediates.HEAP_TYPE, GC);
    put(GC_SET, 24, 25, Immediates.CAST_BRANCH, GC);
    put(GC_SET, 26, 30, Immediates.NONE, GC);
  }

  private static void misc() {
    put(MISC, 0, 7, Immediates.NONE, SATURATING_FLOAT);
    put(MISC, 8, 8, Immediates.SEGMENT_AND_MEMORY, BULK_MEMORY);
    put(MISC, 9, 9, Immediates.INDEX, BULK_MEMORY);
    put(MISC, 10, 10, Immediates.TWO_MEMORIES, BULK_MEMORY);
    put(MISC, 11, 11, Immediates.MEMORY_INDEX, BULK_MEMORY);
    put(MISC, 12, 12, Immediates.TWO_INDICES, BULK_MEMORY);
    put(MISC, 13, 13, Immediates.INDEX, BULK_MEMORY);
    put(MISC, 14, 14, Immediates.TWO_INDICES, BULK_MEMORY);
    put(MISC, TABLE_GROW, 17, Immediates.TABLE, REFERENCE_TYPES);
  }

  private static void vectors() {
    put(VECTOR, 0x00, 0x0b, Immediates.MEMORY_ARGUMENT, SIMD);
    put(VECTOR, 0x0c, 0x0d, Immediates.SIXTEEN_BYTES, SIMD);
    put(VECTOR, 0x0e, 0x14, Immediates.NONE, SIMD);
    put(VECTOR, 0x15, 0x22, Immediates.ONE_BYTE, SIMD);
    put(VECTOR, 0x23, 0x53, Immediates.NONE, SIMD);
    put(VECTOR, 0x54, 0x5b, Immediates.MEMORY_LANE, SIMD);
    put(VECTOR, 0x5c, 0x5d, Immediates.MEMORY_ARGUMENT, SIMD);
    put(VECTOR, 0x5e, 0xff, Immediates.NONE, SIMD);
    put(VECTOR, 0x100, 0x113, Immediates.NONE, RELAXED_SIMD);
    for (int gap : VECTOR_GAPS) {
      VECTOR[gap] = null;
    }
  }

  private static void atomics() {
    put(ATOMIC, 0x00, 0x02, Immediates.MEMORY_ARGUMENT, THREADS);
    put(ATOMIC, 0x03, 0x03, Immediates.ONE_BYTE, THREADS);
    put(ATOMIC, 0x10, 0x4e, Immediates.MEMORY_ARGUMENT, THREADS);
  }

  private static void put(
      @Nullable Encoding[] set,
      int first,
      int last,
      Immediates immediates,
      @Nullable Feature feature) {
    Encoding encoding = new Encoding(immediates, feature);
    for (int number = first; number <= last; number++) {
      set[number] = encoding;
    }
  }
}
