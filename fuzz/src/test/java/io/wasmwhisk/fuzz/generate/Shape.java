// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.generate;

import io.wasmwhisk.fuzz.Choices;
import java.util.ArrayList;
import java.util.List;

/**
 * What a module declares, chosen before its code: types are letters as in {@link Numeric}.
 *
 * @param functions types of its functions
 * @param memories its memories
 * @param tables types of the elements of its tables
 * @param globals types of its globals, all mutable, behind the fuel
 * @param dataSegments how many, the last one passive
 * @param elementSegments how many of function references, the last one passive
 */
record Shape(
    List<Type> functions,
    List<Memory> memories,
    List<Character> tables,
    List<Character> globals,
    int dataSegments,
    int elementSegments) {
  private static final String VALUES = "iiillfdv";

  /**
   * A function's type.
   *
   * @param parameters their types
   * @param results their types
   */
  record Type(String parameters, String results) {}

  /**
   * A memory.
   *
   * @param wide whether addresses have 64 bits
   * @param minimum pages
   * @param maximum pages, below 0 for none
   */
  record Memory(boolean wide, int minimum, int maximum) {
    char address() {
      return wide ? 'l' : 'i';
    }
  }

  static Shape of(Choices choices) {
    List<Type> functions = new ArrayList<>();
    int count = 1 + choices.below(6);
    for (int i = 0; i < count; i++) {
      functions.add(new Type(values(choices, 5), values(choices, choices.rarely(4) ? 4 : 2)));
    }
    List<Memory> memories = new ArrayList<>();
    int memoryCount = choices.of(1, 1, 1, 1, 1, 0, 2, 3);
    for (int i = 0; i < memoryCount; i++) {
      int minimum = choices.below(4);
      int maximum = choices.rarely(4) ? -1 : minimum + choices.below(4);
      memories.add(new Memory(choices.rarely(8), minimum, maximum));
    }
    return new Shape(
        functions,
        memories,
        letters(choices, "rrx", 3),
        letters(choices, VALUES + "rx", 6),
        memoryCount == 0 ? 0 : choices.below(4),
        choices.below(4));
  }

  private static String values(Choices choices, int bound) {
    StringBuilder types = new StringBuilder();
    int count = choices.below(bound);
    for (int i = 0; i < count; i++) {
      types.append(value(choices));
    }
    return types.toString();
  }

  static char value(Choices choices) {
    return VALUES.charAt(choices.below(VALUES.length()));
  }

  private static List<Character> letters(Choices choices, String alphabet, int bound) {
    List<Character> types = new ArrayList<>();
    int count = choices.below(bound);
    for (int i = 0; i < count; i++) {
      types.add(alphabet.charAt(choices.below(alphabet.length())));
    }
    return types;
  }

  /** The byte of a type in the binary format. */
  static int code(char type) {
    return switch (type) {
      case 'i' -> 0x7f;
      case 'l' -> 0x7e;
      case 'f' -> 0x7d;
      case 'd' -> 0x7c;
      case 'v' -> 0x7b;
      case 'r' -> 0x70;
      case 'x' -> 0x6f;
      default -> throw new IllegalArgumentException("no type " + type);
    };
  }
}
