// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.generate;

import io.wasmwhisk.fuzz.Choices;
import java.util.List;
import java.util.stream.IntStream;

/** Instructions on tables and references. */
final class TableCode {
  private static final int MASK = 7;

  private final Choices choices;
  private final Shape shape;
  private final Bytes out;
  private final Expressions expressions;

  TableCode(Choices choices, Shape shape, Bytes out, Expressions expressions) {
    this.choices = choices;
    this.shape = shape;
    this.out = out;
    this.expressions = expressions;
  }

  /** A value that comes from a table, or says something of one. */
  void value(char type, int depth) {
    if (type == 'i') {
      number(depth);
      return;
    }
    List<Integer> fitting = tables(type);
    if (fitting.isEmpty()) {
      expressions.leaf(type);
      return;
    }
    index();
    out.put(0x25).u32(choices.of(fitting));
  }

  private void number(int depth) {
    if (shape.tables().isEmpty() || choices.flag()) {
      expressions.value(choices.of('r', 'x'), depth);
      out.put(0xd1);
      return;
    }
    int table = table();
    if (choices.flag() || shape.lasting()) {
      out.put(0xfc).u32(16).u32(table);
    } else {
      grow(table, depth);
    }
  }

  private void grow(int table, int depth) {
    expressions.value(shape.tables().get(table), depth);
    expressions.value('i', 0);
    if (!choices.rarely(5)) {
      mask();
    }
    out.put(0xfc).u32(15).u32(table);
  }

  /** table.set, fill, copy, init, elem.drop. */
  void effect(int depth) {
    if (shape.tables().isEmpty() || shape.lasting()) {
      return;
    }
    int table = table();
    switch (choices.below(5)) {
      case 0 -> {
        index();
        expressions.value(shape.tables().get(table), depth);
        out.put(0x26).u32(table);
      }
      case 1 -> {
        index();
        expressions.value(shape.tables().get(table), depth);
        index();
        out.put(0xfc).u32(17).u32(table);
      }
      case 2 -> {
        index();
        index();
        index();
        out.put(0xfc).u32(14).u32(table).u32(choices.of(tables(shape.tables().get(table))));
      }
      case 3 -> init(table);
      default -> {
        if (shape.elementSegments() > 0) {
          out.put(0xfc).u32(13).u32(choices.below(shape.elementSegments()));
        }
      }
    }
  }

  private void init(int table) {
    if (shape.elementSegments() > 0 && shape.tables().get(table) == 'r') {
      index();
      out.put(0x41, choices.below(3), 0x41, choices.below(3));
      out.put(0xfc).u32(12).u32(choices.below(shape.elementSegments())).u32(table);
    }
  }

  /** An index, mostly of an element that is there. */
  private void index() {
    expressions.value('i', 0);
    if (!choices.rarely(30)) {
      mask();
    }
  }

  private void mask() {
    out.put(0x41, MASK, 0x71);
  }

  private int table() {
    return choices.below(shape.tables().size());
  }

  private List<Integer> tables(char type) {
    return IntStream.range(0, shape.tables().size())
        .filter(i -> shape.tables().get(i) == type)
        .boxed()
        .toList();
  }
}
