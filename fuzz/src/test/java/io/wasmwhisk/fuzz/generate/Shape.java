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
 * @param values types of values, the likelier the more often
 * @param imported how many functions it imports, whose indices come first
 * @param lasting whether its tables and segments stay as they are
 */
record Shape(
    List<Type> functions,
    List<Memory> memories,
    List<Character> tables,
    List<Character> globals,
    int dataSegments,
    int elementSegments,
    String values,
    int imported,
    boolean lasting) {
  private static final String PORTABLE = "iiillfd";
  private static final String VALUES = PORTABLE + "v";

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

  /** One that asks for all that GraalWasm has. */
  static Shape of(Choices choices) {
    return of(choices, VALUES, 8, 0, false);
  }

  /** One that every engine runs: without vectors and 64-bit addresses. */
  static Shape portable(Choices choices, int imported) {
    return of(choices, PORTABLE, 0, imported, false);
  }

  /** A portable one that changes no more than one memory and numbers. */
  static Shape lasting(Choices choices, int imported) {
    return of(choices, PORTABLE, 0, imported, true);
  }

  /**
   * @param narrow among so many memories, one has 64-bit addresses; 0 for none
   */
  private static Shape of(
      Choices choices, String alphabet, int narrow, int imported, boolean lasting) {
    List<Type> functions = new ArrayList<>();
    int count = 1 + choices.below(6);
    for (int i = 0; i < count; i++) {
      functions.add(
          new Type(
              letters(choices, alphabet, 5),
              letters(choices, alphabet, choices.rarely(4) ? 4 : 2)));
    }
    List<Memory> memories = new ArrayList<>();
    int memoryCount = Math.min(choices.of(1, 1, 1, 1, 1, 0, 2, 3), lasting ? 1 : 3);
    for (int i = 0; i < memoryCount; i++) {
      int minimum = choices.below(4);
      int maximum = choices.rarely(4) ? -1 : minimum + choices.below(4);
      memories.add(new Memory(narrow > 0 && choices.rarely(narrow), minimum, maximum));
    }
    return new Shape(
        functions,
        memories,
        characters(letters(choices, "rrx", 3)),
        characters(letters(choices, lasting ? alphabet : alphabet + "rx", 6)),
        memoryCount == 0 ? 0 : choices.below(4),
        choices.below(4),
        alphabet,
        imported,
        lasting);
  }

  private static String letters(Choices choices, String alphabet, int bound) {
    StringBuilder types = new StringBuilder();
    int count = choices.below(bound);
    for (int i = 0; i < count; i++) {
      types.append(alphabet.charAt(choices.below(alphabet.length())));
    }
    return types.toString();
  }

  private static List<Character> characters(String types) {
    return types.chars().mapToObj(type -> (char) type).toList();
  }

  /** The type of some value. */
  char value(Choices choices) {
    return values.charAt(choices.below(values.length()));
  }

  /** Any of its own functions, as an index among all. */
  int function(Choices choices) {
    return imported + choices.below(functions.size());
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
