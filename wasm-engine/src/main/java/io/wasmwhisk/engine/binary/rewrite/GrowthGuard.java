// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

/**
 * The function that stands in for {@code memory.grow} (core specification, 4.4.7): same type, same
 * results, but it also refuses what would pass the limit that a global holds, and sets another
 * global when a growth that the module's own maximum allows is refused.
 *
 * <pre>{@code
 * (func (param  i32) (result i32) (local  i64)
 *   (if (i32.eqz (local.get )) (then (return (memory.size))))
 *   (local.set  (i64.add (i64.extend_i32_u (memory.size)) (i64.extend_i32_u (local.get ))))
 *   (if (i64.gt_u (local.get ) (i64.extend_i32_u (global.get )))
 *     (then (global.set  (i32.const 1)) (return (i32.const -1))))
 *   (local.set  (memory.grow (local.get )))
 *   (if (i32.eq (local.get ) (i32.const -1))
 *     (then (if (i64.le_u (local.get ) (i64.const maximum))
 *       (then (global.set  (i32.const 1))))))
 *   (local.get ))
 * }</pre>
 */
final class GrowthGuard {
  private static final int END = 0x0b;
  private static final int RETURN = 0x0f;
  private static final int IF = 0x04;
  private static final int NO_RESULT = 0x40;
  private static final int LOCAL_GET = 0x20;
  private static final int LOCAL_TEE = 0x22;
  private static final int GLOBAL_GET = 0x23;
  private static final int GLOBAL_SET = 0x24;
  private static final int MEMORY_SIZE = 0x3f;
  private static final int MEMORY_GROW = 0x40;
  private static final int I32_CONST = 0x41;
  private static final int I64_CONST = 0x42;
  private static final int I32_EQZ = 0x45;
  private static final int I32_EQ = 0x46;
  private static final int I64_GT_U = 0x56;
  private static final int I64_LE_U = 0x58;
  private static final int I64_ADD = 0x7c;
  private static final int I64_EXTEND_I32_U = 0xad;
  private static final int I64 = 0x7e;

  private static final int DELTA = 0;
  private static final int WANTED = 1;

  private final int limitGlobal;
  private final int refusedGlobal;
  private final long maximum;

  /**
   * @param limitGlobal index of the global with the limit
   * @param refusedGlobal index of the global that becomes 1
   * @param maximum the memory's declared maximum in pages
   */
  GrowthGuard(int limitGlobal, int refusedGlobal, long maximum) {
    this.limitGlobal = limitGlobal;
    this.refusedGlobal = refusedGlobal;
    this.maximum = maximum;
  }

  /** The function's entry in the code section, without its size. */
  ByteSink body() {
    ByteSink body = new ByteSink(64);
    body.put(1, 1, I64);
    body.put(LOCAL_GET, DELTA, I32_EQZ, IF, NO_RESULT, MEMORY_SIZE, 0, RETURN, END);
    body.put(MEMORY_SIZE, 0, I64_EXTEND_I32_U, LOCAL_GET, DELTA, I64_EXTEND_I32_U, I64_ADD);
    body.put(LOCAL_TEE, WANTED, GLOBAL_GET).unsigned(limitGlobal);
    body.put(I64_EXTEND_I32_U, I64_GT_U, IF, NO_RESULT);
    refuse(body);
    body.put(I32_CONST).signed(-1).put(RETURN, END);
    body.put(LOCAL_GET, DELTA, MEMORY_GROW, 0, LOCAL_TEE, DELTA);
    body.put(I32_CONST).signed(-1).put(I32_EQ, IF, NO_RESULT);
    body.put(LOCAL_GET, WANTED, I64_CONST).signed(maximum).put(I64_LE_U, IF, NO_RESULT);
    refuse(body);
    return body.put(END, END, LOCAL_GET, DELTA, END);
  }

  private void refuse(ByteSink body) {
    body.put(I32_CONST, 1, GLOBAL_SET).unsigned(refusedGlobal);
  }
}
