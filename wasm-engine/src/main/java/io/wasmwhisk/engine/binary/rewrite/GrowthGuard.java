// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static io.wasmwhisk.engine.binary.rewrite.Opcodes.CALL;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.END;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I32;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I32_CONST;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I32_EQZ;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I32_NE;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_CONST;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_EQZ;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_EXTEND_I32_U;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_GT_U;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_NE;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_SHL;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_SUB;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.IF;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.LOCAL_GET;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.LOCAL_SET;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.LOCAL_TEE;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.MEMORY_GROW;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.MEMORY_SIZE;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.MISC;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.NO_RESULT;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.RETURN;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.TABLE_GROW;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.TABLE_SIZE;

import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.write.ByteSink;

/**
 * The function that stands in for {@code memory.grow} of one memory, or {@code table.grow} of one
 * table (core specification, 4.4.6 and 4.4.7): same type, same results, but the host is asked
 * before and told after. For a memory with 32-bit addresses:
 *
 * <pre>{@code
 * (func (param $delta i32) (result i32) (local $held i64) (local $added i64)
 *   (if (i32.eqz (local.get $delta)) (then (return (memory.size))))
 *   (local.set $held (i64.extend_i32_u (memory.size)))
 *   (if (i64.gt_u
 *         (local.tee $added (i64.extend_i32_u (local.get $delta)))
 *         (i64.sub (i64.const maximum) (local.get $held)))
 *     (then (return (i32.const -1))))
 *   (if (i32.eqz (call $grow (bytes $added) (bytes $held)))
 *     (then (return (i32.const -1))))
 *   (local.set $delta (memory.grow (local.get $delta)))
 *   (call $grown (bytes $added) (bytes $held) (i32.ne (local.get $delta) (i32.const -1)))
 *   (local.get $delta))
 * }</pre>
 *
 * @param table whether it is a table
 * @param index of the memory or table
 * @param limits as the module declares them
 */
record GrowthGuard(boolean table, int index, Limits limits) {
  /** No size of ours comes near; with it, no sum of bytes reaches 2^63. */
  private static final long MOST_PAGES = 1L << 46;

  private static final long MOST_ELEMENTS = 1L << 59;

  /** The only parameter, after the value that new elements of a table get. */
  private int delta() {
    return table ? 1 : 0;
  }

  private int held() {
    return delta() + 1;
  }

  private int added() {
    return delta() + 2;
  }

  /** The type of {@code delta} and of the result. */
  int addressType() {
    return limits.wide() ? I64 : I32;
  }

  /** The function's entry in the code section, without its size. */
  ByteSink body(HostFunctions host) {
    ByteSink body = new ByteSink(96);
    body.put(1, 2, I64);
    body.put(LOCAL_GET, delta(), limits.wide() ? I64_EQZ : I32_EQZ, IF, NO_RESULT);
    size(body);
    body.put(RETURN, END);
    size(body);
    extend(body);
    body.put(LOCAL_SET, held(), LOCAL_GET, delta());
    extend(body);
    body.put(LOCAL_TEE, added(), I64_CONST).signed(maximum());
    body.put(LOCAL_GET, held(), I64_SUB, I64_GT_U);
    refuse(body);
    bytes(body);
    body.put(CALL).unsigned(host.grow()).put(I32_EQZ);
    refuse(body);
    grow(body);
    bytes(body);
    body.put(LOCAL_GET, delta());
    minusOne(body);
    body.put(limits.wide() ? I64_NE : I32_NE, CALL).unsigned(host.grown());
    return body.put(LOCAL_GET, delta(), END);
  }

  /**
   * What the module itself allows, in pages or elements. Where it declares nothing, the host is to
   * see all that a guest asks for, even what no 32-bit address reaches.
   */
  private long maximum() {
    long most = table ? MOST_ELEMENTS : MOST_PAGES;
    return Math.min(limits.maximum().orElse(most), most);
  }

  private void size(ByteSink body) {
    if (table) {
      body.put(MISC, TABLE_SIZE).unsigned(index);
    } else {
      body.put(MEMORY_SIZE).unsigned(index);
    }
  }

  private void grow(ByteSink body) {
    if (table) {
      body.put(LOCAL_GET, 0, LOCAL_GET, delta(), MISC, TABLE_GROW).unsigned(index);
    } else {
      body.put(LOCAL_GET, delta(), MEMORY_GROW).unsigned(index);
    }
    body.put(LOCAL_SET, delta());
  }

  private void extend(ByteSink body) {
    if (!limits.wide()) {
      body.put(I64_EXTEND_I32_U);
    }
  }

  /** Bytes that are added and bytes that are held; both sizes are powers of two. */
  private void bytes(ByteSink body) {
    int size = table ? Limits.ELEMENT_BYTES : Limits.PAGE_BYTES;
    int shift = Integer.numberOfTrailingZeros(size);
    body.put(LOCAL_GET, added(), I64_CONST).signed(shift).put(I64_SHL);
    body.put(LOCAL_GET, held(), I64_CONST).signed(shift).put(I64_SHL);
  }

  /** Returns -1 if the operand is not 0. */
  private void refuse(ByteSink body) {
    body.put(IF, NO_RESULT);
    minusOne(body);
    body.put(RETURN, END);
  }

  private void minusOne(ByteSink body) {
    body.put(limits.wide() ? I64_CONST : I32_CONST).signed(-1);
  }
}
