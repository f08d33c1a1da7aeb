// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

/**
 * How many operands an instruction takes and how many it leaves (core specification, 7.10 "Index of
 * Instructions"), where that is the same wherever it stands. What engines of ours do not run takes
 * one and leaves one.
 */
final class StackEffects {
  private static final int PUSH_BITS = 2;
  private static final int PUSHES = 3;

  private static final byte[] PLAIN = new byte[256];
  private static final byte[] MISC = new byte[18];
  private static final byte[] VECTOR = new byte[0x114];

  private static final byte NOTHING = effect(0, 0);
  private static final byte GET = effect(0, 1);
  private static final byte SET = effect(1, 0);
  private static final byte UNARY = effect(1, 1);
  private static final byte BINARY = effect(2, 1);
  private static final byte TERNARY = effect(3, 1);
  private static final byte STORE = effect(2, 0);
  private static final byte BULK = effect(3, 0);

  static {
    variables();
    numbers();
    misc();
    vectorMemory();
    vectorNumbers();
  }

  private StackEffects() {}

  /** Operands taken. */
  static int pops(int opcode, int number) {
    return of(opcode, number) >> PUSH_BITS;
  }

  /** Operands left. */
  static int pushes(int opcode, int number) {
    return of(opcode, number) & PUSHES;
  }

  private static int of(int opcode, int number) {
    return switch (opcode) {
      case InstructionSet.MISC_PREFIX -> MISC[number];
      case InstructionSet.VECTOR_PREFIX -> VECTOR[number];
      default -> PLAIN[opcode];
    };
  }

  private static byte effect(int pops, int pushes) {
    return (byte) (pops << PUSH_BITS | pushes);
  }

  private static void variables() {
    put(PLAIN, 0x00, 0xff, UNARY);
    put(PLAIN, 0x01, 0x01, NOTHING);
    put(PLAIN, 0x1a, 0x1a, SET);
    put(PLAIN, 0x1b, 0x1c, TERNARY);
    put(PLAIN, 0x20, 0x20, GET);
    put(PLAIN, 0x21, 0x21, SET);
    put(PLAIN, 0x23, 0x23, GET);
    put(PLAIN, 0x24, 0x24, SET);
    put(PLAIN, 0x26, 0x26, STORE);
    put(PLAIN, 0x36, 0x3e, STORE);
    put(PLAIN, 0x3f, 0x3f, GET);
    put(PLAIN, 0xd0, 0xd0, GET);
    put(PLAIN, 0xd2, 0xd2, GET);
  }

  /** Constants, comparisons, arithmetic; conversions are unary. */
  private static void numbers() {
    put(PLAIN, 0x41, 0x44, GET);
    put(PLAIN, 0x46, 0x4f, BINARY);
    put(PLAIN, 0x51, 0x66, BINARY);
    put(PLAIN, 0x6a, 0x78, BINARY);
    put(PLAIN, 0x7c, 0x8a, BINARY);
    put(PLAIN, 0x92, 0x98, BINARY);
    put(PLAIN, 0xa0, 0xa6, BINARY);
  }

  private static void misc() {
    put(MISC, 0, 7, UNARY);
    put(MISC, 8, 14, BULK);
    put(MISC, 9, 9, NOTHING);
    put(MISC, 13, 13, NOTHING);
    put(MISC, InstructionSet.TABLE_GROW, InstructionSet.TABLE_GROW, BINARY);
    put(MISC, 16, 16, GET);
    put(MISC, 17, 17, BULK);
  }

  private static void vectorMemory() {
    put(VECTOR, 0x00, 0x113, UNARY);
    put(VECTOR, 0x0b, 0x0b, STORE);
    put(VECTOR, 0x0c, 0x0c, GET);
    put(VECTOR, 0x0d, 0x0e, BINARY);
    for (int replaceLane : new int[] {0x17, 0x1a, 0x1c, 0x1e, 0x20, 0x22}) {
      VECTOR[replaceLane] = BINARY;
    }
    put(VECTOR, 0x54, 0x57, BINARY);
    put(VECTOR, 0x58, 0x5b, STORE);
  }

  /** Comparisons and logic; then, shape by shape, what is not unary; the relaxed ones. */
  private static void vectorNumbers() {
    put(VECTOR, 0x23, 0x4c, BINARY);
    put(VECTOR, 0x4e, 0x51, BINARY);
    put(VECTOR, 0x52, 0x52, TERNARY);
    put(VECTOR, 0x65, 0x66, BINARY);
    put(VECTOR, 0x6b, 0x73, BINARY);
    put(VECTOR, 0x76, 0x79, BINARY);
    put(VECTOR, 0x7b, 0x7b, BINARY);
    put(VECTOR, 0x82, 0x82, BINARY);
    put(VECTOR, 0x85, 0x86, BINARY);
    put(VECTOR, 0x8b, 0x93, BINARY);
    put(VECTOR, 0x95, 0x9f, BINARY);
    put(VECTOR, 0xab, 0xbf, BINARY);
    put(VECTOR, 0xcb, 0xdf, BINARY);
    put(VECTOR, 0xe4, 0xeb, BINARY);
    put(VECTOR, 0xf0, 0xf7, BINARY);
    put(VECTOR, 0x100, 0x100, BINARY);
    put(VECTOR, 0x105, 0x10c, TERNARY);
    put(VECTOR, 0x10d, 0x112, BINARY);
    put(VECTOR, 0x113, 0x113, TERNARY);
  }

  private static void put(byte[] set, int first, int last, byte effect) {
    for (int number = first; number <= last; number++) {
      set[number] = effect;
    }
  }
}
