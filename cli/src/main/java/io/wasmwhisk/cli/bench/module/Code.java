// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.module;

/** The body of a function: its locals, then its instructions (core specification, 5.4). */
public final class Code {
  static final int I32 = 0x7f;
  static final int I64 = 0x7e;
  static final int END = 0x0b;
  static final int I32_CONST = 0x41;

  private static final int BLOCK = 0x02;
  private static final int LOOP = 0x03;
  private static final int IF = 0x04;
  private static final int BR = 0x0c;
  private static final int BR_TABLE = 0x0e;
  private static final int CALL = 0x10;
  private static final int DROP = 0x1a;
  private static final int LOCAL_GET = 0x20;
  private static final int I32_LOAD = 0x28;
  private static final int I32_GT_U = 0x4b;
  private static final int PREFIXED = 0xfc;
  private static final int MEMORY_FILL = 11;
  private static final int TABLE_GROW = 15;
  private static final int REF_NULL = 0xd0;
  private static final int FUNCREF = 0x70;
  private static final int NO_RESULT = 0x40;

  private final Bytes out = new Bytes();
  private int longs;

  /** Declares so many 64-bit locals. */
  public Code locals(int count) {
    longs = count;
    return this;
  }

  public Code constant(int value) {
    out.raw(I32_CONST).s32(value);
    return this;
  }

  public Code drop() {
    out.raw(DROP);
    return this;
  }

  /** Pushes the i32 at an address. */
  public Code load(int address) {
    constant(address).out.raw(I32_LOAD, 2, 0);
    return this;
  }

  public Code isMoreThan(int value) {
    constant(value).out.raw(I32_GT_U);
    return this;
  }

  public Code ifSo() {
    out.raw(IF, NO_RESULT);
    return this;
  }

  public Code loop() {
    out.raw(LOOP, NO_RESULT);
    return this;
  }

  /** Opens so many blocks. */
  public Code blocks(int count) {
    for (int i = 0; i < count; i++) {
      out.raw(BLOCK, NO_RESULT);
    }
    return this;
  }

  /** Closes so many blocks, loops or ifs. */
  public Code end(int count) {
    out.repeat(count, END);
    return this;
  }

  /** Branches out of so many blocks, 0 for the innermost; back to the start of a loop. */
  public Code branch(int depth) {
    out.raw(BR).u32(depth);
    return this;
  }

  /** A branch table of so many equal targets, the innermost block. */
  public Code branchTable(int targets) {
    out.raw(BR_TABLE).u32(targets).repeat(targets + 1, 0);
    return this;
  }

  public Code call(int function) {
    out.raw(CALL).u32(function);
    return this;
  }

  /** Writes over so many bytes of memory from address 0. */
  public Code fillMemory(int bytes) {
    constant(0).constant(0).constant(bytes).out.raw(PREFIXED).u32(MEMORY_FILL).raw(0);
    return this;
  }

  /** Grows a table by null references, and forgets whether it did. */
  public Code growTable(int table, int elements) {
    out.raw(REF_NULL, FUNCREF);
    constant(elements).out.raw(PREFIXED).u32(TABLE_GROW).u32(table);
    return drop();
  }

  /** So many pairs of a constant and its drop. */
  public Code padding(int pairs) {
    for (int i = 0; i < pairs; i++) {
      constant(i & 0x3f).drop();
    }
    return this;
  }

  /** Reads so many locals, which keeps them alive. */
  public Code useLocals(int count) {
    for (int i = 0; i < count; i++) {
      out.raw(LOCAL_GET).u32(i);
      drop();
    }
    return this;
  }

  /** Opcodes that this class has no name for. */
  public Code raw(int... opcodes) {
    out.raw(opcodes);
    return this;
  }

  byte[] body() {
    Bytes body = new Bytes();
    if (longs > 0) {
      body.u32(1).u32(longs).raw(I64);
    } else {
      body.u32(0);
    }
    return body.raw(out.toBytes()).raw(END).toBytes();
  }
}
