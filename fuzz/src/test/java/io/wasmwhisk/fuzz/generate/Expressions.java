// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.generate;

import io.wasmwhisk.fuzz.Choices;
import java.util.List;
import java.util.stream.IntStream;

/** Code that leaves one value of a given type, or none. */
final class Expressions {
  private static final int MOST_BYTES = 3_000;
  private static final int FIRST_GLOBAL = 1;

  private final Choices choices;
  private final Shape shape;
  private final Bytes out;
  private final Blocks blocks;
  private final List<String> labels;
  private final Locals locals;
  private final MemoryCode memory;
  private final TableCode table;

  /** Writes a block that gives at most one value. */
  @FunctionalInterface
  interface Blocks {
    void write(int opcode, String result, int depth);
  }

  /**
   * @param labels what a branch to each enclosing label takes, innermost last
   */
  Expressions(
      Choices choices,
      Shape shape,
      Shape.Type type,
      Bytes out,
      List<String> labels,
      Blocks blocks) {
    this.choices = choices;
    this.shape = shape;
    this.out = out;
    this.labels = labels;
    this.blocks = blocks;
    this.locals = Locals.of(choices, shape, type);
    this.memory = new MemoryCode(choices, shape, out, this);
    this.table = new TableCode(choices, shape, out, this);
  }

  Locals locals() {
    return locals;
  }

  void all(String types, int depth) {
    for (char type : types.toCharArray()) {
      value(type, depth);
    }
  }

  void value(char type, int depth) {
    if (depth <= 0 || choices.exhausted() || out.size() > MOST_BYTES) {
      leaf(type);
      return;
    }
    switch (choices.below(16)) {
      case 0, 1 -> leaf(type);
      case 2 -> blocks.write(0x02, String.valueOf(type), Math.min(depth, 2));
      case 3 -> condition(type, depth - 1);
      case 4 -> call(type, depth - 1);
      case 5 -> selected(type, depth - 1);
      case 6, 7 -> memory.load(type, depth - 1);
      case 8 -> table.value(type, depth - 1);
      case 9 -> tee(type, depth - 1);
      default -> numeric(type, depth - 1);
    }
  }

  /** Code that leaves nothing. */
  void effect(int depth) {
    switch (choices.below(12)) {
      case 0, 1 -> set(depth);
      case 2 -> setGlobal(depth);
      case 3, 4 -> memory.store(depth);
      case 5 -> memory.bulk(depth);
      case 6 -> table.effect(depth);
      case 7 -> memory.grow(depth);
      case 8 -> out.put(0x01);
      default -> {
        value(shape.value(choices), depth);
        out.put(0x1a);
      }
    }
  }

  /** A value without operands. */
  void leaf(char type) {
    List<Integer> own = locals.of(type);
    List<Integer> globals = globals(type);
    switch (choices.below(4)) {
      case 0 -> leafOf(0x23, globals, type);
      case 1, 2 -> leafOf(0x20, own, type);
      default -> constant(type);
    }
  }

  private void leafOf(int opcode, List<Integer> indices, char type) {
    if (indices.isEmpty()) {
      constant(type);
    } else {
      out.put(opcode).u32(choices.of(indices));
    }
  }

  void constant(char type) {
    switch (type) {
      case 'i' -> out.put(0x41).signed(integer());
      case 'l' -> out.put(0x42).signed(choices.flag() ? integer() : choices.i64());
      case 'f' -> out.put(0x43).f32(choices.flag() ? integer() : Float.intBitsToFloat(integer()));
      case 'd' -> out.put(0x44).f64(choices.flag() ? integer() : 1.0 / integer());
      case 'v' -> {
        out.put(0xfd).u32(12);
        IntStream.range(0, 16).forEach(i -> out.put(choices.octet()));
      }
      case 'r' -> function();
      default -> out.put(0xd0, Shape.code(type));
    }
  }

  private int integer() {
    return switch (choices.below(6)) {
      case 0 -> choices.i32();
      case 1 -> choices.of(-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 65_535, 65_536);
      default -> choices.octet() - 8;
    };
  }

  private void function() {
    if (choices.flag()) {
      out.put(0xd0, 0x70);
    } else {
      out.put(0xd2).u32(shape.function(choices));
    }
  }

  /** What a module of a later proposal could not tell from another NaN is made the same one. */
  private void canonical(char type) {
    if (type == 'f' || type == 'd') {
      int temporary = locals.temporary(type);
      out.put(0x22).u32(temporary);
      if (type == 'f') {
        out.put(0x43).f32(Float.NaN);
      } else {
        out.put(0x44).f64(Double.NaN);
      }
      out.put(0x20).u32(temporary).put(0x20).u32(temporary);
      out.put(type == 'f' ? 0x5b : 0x61, 0x1b);
    }
  }

  /** A value whose bits may be looked at. */
  void visible(char type, int depth) {
    value(type, depth);
    canonical(type);
  }

  private void numeric(char type, int depth) {
    List<Numeric> possible =
        Numeric.BY_RESULT.getOrDefault(type, List.of()).stream().filter(this::hasTypes).toList();
    if (possible.isEmpty()) {
      leaf(type);
      return;
    }
    Numeric instruction = choices.of(possible);
    for (char parameter : instruction.parameters().toCharArray()) {
      if (instruction.seesBits()) {
        visible(parameter, depth);
      } else {
        value(parameter, depth);
      }
    }
    instruction.write(out);
  }

  private boolean hasTypes(Numeric instruction) {
    return instruction.parameters().chars().allMatch(type -> shape.values().indexOf(type) >= 0);
  }

  private void condition(char type, int depth) {
    value('i', depth);
    out.put(0x04, Shape.code(type));
    labels.add(String.valueOf(type));
    value(type, depth);
    out.put(0x05);
    value(type, depth);
    labels.remove(labels.size() - 1);
    out.put(0x0b);
  }

  private void call(char type, int depth) {
    List<Integer> fitting =
        IntStream.range(0, shape.functions().size())
            .filter(i -> shape.functions().get(i).results().equals(String.valueOf(type)))
            .boxed()
            .toList();
    if (fitting.isEmpty()) {
      leaf(type);
      return;
    }
    int function = choices.of(fitting);
    all(shape.functions().get(function).parameters(), Math.min(depth, 1));
    if (choices.flag() && !shape.tables().isEmpty() && shape.tables().get(0) == 'r') {
      value('i', 0);
      out.put(0x41, 3, 0x71, 0x11).u32(function).put(0);
    } else {
      out.put(0x10).u32(shape.imported() + function);
    }
  }

  private void selected(char type, int depth) {
    value(type, depth);
    value(type, depth);
    value('i', depth);
    if (type == 'r' || type == 'x' || choices.flag()) {
      out.put(0x1c, 1, Shape.code(type));
    } else {
      out.put(0x1b);
    }
  }

  private void tee(char type, int depth) {
    List<Integer> own = locals.of(type);
    value(type, depth);
    if (!own.isEmpty()) {
      out.put(0x22).u32(choices.of(own));
    }
  }

  private void set(int depth) {
    char type = shape.value(choices);
    List<Integer> own = locals.of(type);
    value(type, depth);
    if (own.isEmpty()) {
      out.put(0x1a);
    } else {
      out.put(0x21).u32(choices.of(own));
    }
  }

  private void setGlobal(int depth) {
    if (!shape.globals().isEmpty()) {
      int index = choices.below(shape.globals().size());
      value(shape.globals().get(index), depth);
      out.put(0x24).u32(FIRST_GLOBAL + index);
    }
  }

  private List<Integer> globals(char type) {
    return IntStream.range(0, shape.globals().size())
        .filter(i -> shape.globals().get(i) == type)
        .map(i -> FIRST_GLOBAL + i)
        .boxed()
        .toList();
  }
}
