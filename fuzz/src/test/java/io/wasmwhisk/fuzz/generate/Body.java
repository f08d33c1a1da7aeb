// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.generate;

import io.wasmwhisk.fuzz.Choices;
import java.util.ArrayList;
import java.util.List;

/** The code of one function: statements, which leave nothing, over {@link Expressions}. */
final class Body {
  private static final int EMPTY = 0x40;
  private static final int MOST_STATEMENTS = 12;
  private static final int MOST_DEPTH = 4;
  private static final int FUEL = 0;

  private final Choices choices;
  private final Shape shape;
  private final Bytes out;
  private final Shape.Type type;
  private final Expressions expressions;

  /** What a branch to each enclosing label takes, innermost last. */
  private final List<String> labels = new ArrayList<>();

  Body(Choices choices, Shape shape, Shape.Type type) {
    this.choices = choices;
    this.shape = shape;
    this.type = type;
    this.out = new Bytes(choices);
    this.expressions = new Expressions(choices, shape, type, out, labels, this::enclosed);
  }

  /** The body with its locals, without its size. */
  byte[] write() {
    expressions.locals().write(out);
    burn();
    labels.add(type.results());
    statements(MOST_DEPTH);
    expressions.all(type.results(), MOST_DEPTH);
    return out.put(0x0b).toByteArray();
  }

  /** Ends the function by a trap when the module's fuel is used up. */
  private void burn() {
    out.put(0x23, FUEL, 0x45, 0x04, EMPTY, 0x00, 0x0b);
    out.put(0x23, FUEL, 0x41, 1, 0x6b, 0x24, FUEL);
  }

  private void statements(int depth) {
    int count = choices.below(MOST_STATEMENTS);
    for (int i = 0; i < count && !choices.exhausted(); i++) {
      statement(depth);
    }
  }

  private void statement(int depth) {
    if (depth == 0) {
      expressions.effect(0);
      return;
    }
    switch (choices.below(14)) {
      case 0 -> enclosed(0x02, "", depth);
      case 1 -> loop(depth);
      case 2 -> condition(depth);
      case 3 -> branchIf(depth);
      case 4 -> branch(depth);
      case 5 -> branchTable(depth);
      case 6 -> returned(depth);
      default -> expressions.effect(depth - 1);
    }
  }

  /** A block that gives at most one value. */
  private void enclosed(int opcode, String result, int depth) {
    out.put(opcode, result.isEmpty() ? EMPTY : Shape.code(result.charAt(0)));
    labels.add(result);
    statements(depth - 1);
    expressions.all(result, depth - 1);
    labels.remove(labels.size() - 1);
    out.put(0x0b);
  }

  private void loop(int depth) {
    out.put(0x03, EMPTY);
    labels.add("");
    burn();
    statements(depth - 1);
    expressions.value('i', 1);
    out.put(0x0d, 0);
    labels.remove(labels.size() - 1);
    out.put(0x0b);
  }

  private void condition(int depth) {
    expressions.value('i', depth - 1);
    out.put(0x04, EMPTY);
    labels.add("");
    statements(depth - 1);
    if (choices.flag()) {
      out.put(0x05);
      statements(depth - 1);
    }
    labels.remove(labels.size() - 1);
    out.put(0x0b);
  }

  private int label() {
    return choices.below(labels.size());
  }

  private String carried(int label) {
    return labels.get(labels.size() - 1 - label);
  }

  private void branchIf(int depth) {
    int label = label();
    expressions.all(carried(label), depth - 1);
    expressions.value('i', depth - 1);
    out.put(0x0d).u32(label);
    dropped(carried(label));
  }

  /** What follows a branch is never run, and its types are free. */
  private void branch(int depth) {
    out.put(0x02, EMPTY);
    labels.add("");
    int label = label();
    expressions.all(carried(label), depth - 1);
    out.put(0x0c).u32(label);
    unreached();
    labels.remove(labels.size() - 1);
    out.put(0x0b);
  }

  private void unreached() {
    switch (choices.below(5)) {
      case 0 -> out.put(0x1a, 0x1a);
      case 1 -> out.put(0x6a, 0x45, 0x1a);
      case 2 -> out.put(0x1b, 0x1a);
      case 3 -> out.put(0x00);
      default -> out.put(0x01);
    }
  }

  private void branchTable(int depth) {
    out.put(0x02, EMPTY);
    labels.add("");
    int last = label();
    String carried = carried(last);
    expressions.all(carried, depth - 1);
    expressions.value('i', depth - 1);
    List<Integer> targets = new ArrayList<>();
    for (int i = choices.below(6); i > 0; i--) {
      int target = label();
      targets.add(carried(target).equals(carried) ? target : last);
    }
    out.put(0x0e).u32(targets.size());
    targets.forEach(out::u32);
    out.u32(last);
    labels.remove(labels.size() - 1);
    out.put(0x0b);
  }

  private void returned(int depth) {
    expressions.value('i', depth - 1);
    out.put(0x04, EMPTY);
    labels.add("");
    expressions.all(type.results(), depth - 1);
    out.put(0x0f);
    labels.remove(labels.size() - 1);
    out.put(0x0b);
  }

  private void dropped(String types) {
    for (int i = 0; i < types.length(); i++) {
      out.put(0x1a);
    }
  }
}
