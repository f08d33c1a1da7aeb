// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Follows the height of the operand stack through a function body as validation does (core
 * specification, 7.3 "Validation Algorithm"), without the operands' types. In code that is never
 * reached it takes operands that are not there from nowhere, as validation does; in code that is
 * not valid too: then its figures mean nothing, and the engine refuses the module. Each instruction
 * takes the same time whatever its type.
 */
final class OperandStack {
  private static final int LOOP = 0x03;

  /** Per open block: the height that its results come to lie on. */
  private int[] bases = new int[16];

  private final List<FunctionType> types = new ArrayList<>();
  private boolean[] loops = new boolean[16];
  private int height;
  private int highest;
  private int deepest;
  private long moves;

  /** Starts a body: one block that leaves the function's results. */
  void enter(FunctionType function) {
    types.clear();
    height = 0;
    highest = 0;
    deepest = 0;
    open(function, false, 0);
  }

  /** Whether the body's last block was closed. */
  boolean closed() {
    return types.isEmpty();
  }

  /** The most operands that were on the stack at once in this body. */
  int highest() {
    return highest;
  }

  /** The most blocks that were open at once in this body, the body itself among them. */
  int deepest() {
    return deepest;
  }

  /** Operands that blocks, branches and calls of all bodies take and leave. */
  long moves() {
    return moves;
  }

  /** Takes the scanner's last instruction into account; only while the body is not closed. */
  void apply(InstructionScanner instruction, int offset) throws InvalidModuleException {
    switch (instruction.opcode()) {
      case 0x00, 0x08, 0x09, 0x0a, 0x0f, 0x12, 0x13, 0x15 -> leave(types.size() - 1);
      case 0x02, LOOP, 0x06, 0x1f -> open(instruction, 0);
      case 0x04 -> open(instruction, 1);
      case 0x05, 0x07, 0x19 -> reopen();
      case InstructionSet.END, 0x18 -> close();
      case 0x0c -> leave(label(instruction, offset));
      case 0x0d -> branchIf(label(instruction, offset));
      case 0x0e -> branchTable(label(instruction, offset), instruction.labels());
      case 0x10 -> call(instruction.type(), 0);
      case 0x11 -> call(instruction.type(), 1);
      default -> {
        pop(StackEffects.pops(instruction.opcode(), instruction.number()));
        push(StackEffects.pushes(instruction.opcode(), instruction.number()));
      }
    }
  }

  private void open(InstructionScanner instruction, int condition) {
    pop(condition);
    FunctionType type = instruction.type();
    move(type.parameters().size());
    pop(type.parameters().size());
    open(type, instruction.opcode() == LOOP, type.parameters().size());
  }

  private void open(FunctionType type, boolean loop, int parameters) {
    int depth = types.size();
    if (depth == bases.length) {
      bases = Arrays.copyOf(bases, 2 * depth);
      loops = Arrays.copyOf(loops, 2 * depth);
    }
    bases[depth] = height;
    loops[depth] = loop;
    types.add(type);
    deepest = Math.max(deepest, types.size());
    push(parameters);
  }

  /** The other branch of an if, or a handler. */
  private void reopen() {
    int innermost = types.size() - 1;
    FunctionType type = types.get(innermost);
    move(type.parameters().size() + type.results().size());
    height = bases[innermost];
    push(type.parameters().size());
  }

  private void close() {
    int innermost = types.size() - 1;
    FunctionType type = types.remove(innermost);
    move(type.results().size());
    height = bases[innermost];
    push(type.results().size());
  }

  /** A label's block: an index of {@link #bases}. */
  private int label(InstructionScanner instruction, int offset) throws InvalidModuleException {
    int label = instruction.index();
    if (label >= types.size()) {
      throw BinaryReader.malformed(
          offset, "label %d does not exist, there are %d".formatted(label, types.size()));
    }
    return types.size() - 1 - label;
  }

  private int arity(int block) {
    FunctionType type = types.get(block);
    return loops[block] ? type.parameters().size() : type.results().size();
  }

  /** The rest of the innermost block is not reached. */
  private void leave(int target) {
    move(arity(target));
    height = bases[types.size() - 1];
  }

  private void branchIf(int target) {
    pop(1);
    int arity = arity(target);
    move(arity);
    pop(arity);
    push(arity);
  }

  private void branchTable(int target, int labels) {
    branchIf(target);
    moves += (long) arity(target) * (labels - 1);
    leave(target);
  }

  private void call(FunctionType type, int callee) {
    pop(callee);
    move(type.parameters().size() + type.results().size());
    pop(type.parameters().size());
    push(type.results().size());
  }

  private void move(int operands) {
    moves += operands;
  }

  private void pop(int operands) {
    height = Math.max(height - operands, bases[types.size() - 1]);
  }

  /**
   * A body of bytes that an int counts cannot push more than an int counts, 64 for each of them.
   */
  private void push(int operands) {
    height = (int) Math.min((long) height + operands, Integer.MAX_VALUE);
    highest = Math.max(highest, height);
  }
}
