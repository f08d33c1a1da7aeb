// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.generate;

import static java.util.Objects.requireNonNull;

import io.wasmwhisk.fuzz.Choices;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Instructions on memories. */
final class MemoryCode {
  /** Opcode and the exponent of its natural alignment, by what it gives. */
  private static final Map<Character, List<int[]>> LOADS =
      Map.of(
          'i', pairs(0x28, 2, 0x2c, 0, 0x2d, 0, 0x2e, 1, 0x2f, 1),
          'l', pairs(0x29, 3, 0x30, 0, 0x31, 0, 0x32, 1, 0x33, 1, 0x34, 2, 0x35, 2),
          'f', pairs(0x2a, 2),
          'd', pairs(0x2b, 3));

  private static final Map<Character, List<int[]>> STORES =
      Map.of(
          'i', pairs(0x36, 2, 0x3a, 0, 0x3b, 1),
          'l', pairs(0x37, 3, 0x3c, 0, 0x3d, 1, 0x3e, 2),
          'f', pairs(0x38, 2),
          'd', pairs(0x39, 3));

  private static final int PAGE_MASK = 0xffff;

  private final Choices choices;
  private final Shape shape;
  private final Bytes out;
  private final Expressions expressions;

  MemoryCode(Choices choices, Shape shape, Bytes out, Expressions expressions) {
    this.choices = choices;
    this.shape = shape;
    this.out = out;
    this.expressions = expressions;
  }

  private static List<int[]> pairs(int... numbers) {
    return IntStream.range(0, numbers.length / 2)
        .mapToObj(i -> new int[] {numbers[2 * i], numbers[2 * i + 1]})
        .toList();
  }

  void load(char type, int depth) {
    if (shape.memories().isEmpty() || type == 'r' || type == 'x') {
      expressions.leaf(type);
      return;
    }
    int memory = memory();
    if (type == address(memory) && choices.rarely(4)) {
      out.put(0x3f).memory(memory);
      return;
    }
    address(memory, depth);
    if (type == 'v') {
      out.put(0xfd).u32(0);
      argument(memory, 4);
    } else {
      int[] load = choices.of(requireNonNull(LOADS.get(type)));
      out.put(load[0]);
      argument(memory, load[1]);
    }
  }

  void store(int depth) {
    if (shape.memories().isEmpty()) {
      return;
    }
    int memory = memory();
    char type = shape.value(choices);
    address(memory, depth);
    expressions.visible(type, depth);
    if (type == 'v') {
      out.put(0xfd).u32(11);
      argument(memory, 4);
    } else {
      int[] store = choices.of(requireNonNull(STORES.get(type)));
      out.put(store[0]);
      argument(memory, store[1]);
    }
  }

  void grow(int depth) {
    if (shape.memories().isEmpty()) {
      return;
    }
    int memory = memory();
    expressions.value(address(memory), Math.min(depth, 1));
    if (!choices.rarely(5)) {
      mask(memory, 3);
    }
    out.put(0x40).memory(memory).put(0x1a);
  }

  /** memory.fill, copy, init, data.drop. */
  void bulk(int depth) {
    if (shape.memories().isEmpty()) {
      return;
    }
    int to = memory();
    int from = memory();
    int segments = shape.lasting() ? 0 : shape.dataSegments();
    switch (choices.below(segments == 0 ? 2 : 4)) {
      case 0 -> {
        address(to, depth);
        expressions.value('i', depth);
        length(to);
        out.put(0xfc).u32(11).memory(to);
      }
      case 1 -> {
        address(to, depth);
        address(from, depth);
        length(shape.memories().get(from).wide() ? to : from);
        out.put(0xfc).u32(10).memory(to).memory(from);
      }
      case 2 -> {
        address(to, depth);
        out.put(0x41).signed(choices.below(4)).put(0x41).signed(choices.below(4));
        out.put(0xfc).u32(8).u32(choices.below(segments)).memory(to);
      }
      default -> out.put(0xfc).u32(9).u32(choices.below(segments));
    }
  }

  private int memory() {
    return choices.below(shape.memories().size());
  }

  private char address(int memory) {
    return shape.memories().get(memory).address();
  }

  /** An address, mostly within the first page. */
  private void address(int memory, int depth) {
    expressions.value(address(memory), Math.min(depth, 2));
    if (!choices.rarely(30)) {
      mask(memory, PAGE_MASK);
    }
  }

  private void length(int memory) {
    expressions.value(address(memory), 0);
    mask(memory, 0xff);
  }

  private void mask(int memory, int bits) {
    if (shape.memories().get(memory).wide()) {
      out.put(0x42).signed(bits).put(0x83);
    } else {
      out.put(0x41).signed(bits).put(0x71);
    }
  }

  private void argument(int memory, int alignment) {
    int exponent = choices.below(alignment + 1);
    if (memory > 0 || choices.rarely(50) && shape.memories().size() > 1) {
      out.u32(exponent | 0x40).u32(memory);
    } else {
      out.u32(exponent);
    }
    boolean wide = shape.memories().get(memory).wide();
    long offset =
        choices.rarely(20)
            ? (wide ? choices.i64() : choices.i32() & 0xffff_ffffL)
            : choices.octet();
    out.u64(offset);
  }
}
