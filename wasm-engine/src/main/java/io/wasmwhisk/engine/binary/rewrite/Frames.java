// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static io.wasmwhisk.engine.binary.rewrite.Opcodes.CALL;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.END;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.GLOBAL_GET;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.GLOBAL_SET;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_ADD;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_CONST;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_GT_U;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_SUB;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.IF;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.LOCAL_GET;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.MUTABLE;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.NO_RESULT;

import io.wasmwhisk.engine.binary.read.Bodies;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.write.ByteSink;
import java.util.BitSet;

/**
 * The functions whose call frames are counted: an interpreter keeps the locals and operands of each
 * active call on the heap, so a thread's stack bounds how many calls there are and not how much
 * they hold. Such a function's index gets a wrapper, and its body another index:
 *
 * <pre>{@code
 * (func (param ...) (result ...)
 *   (global.set $held (i64.add (global.get $held) (i64.const bytes)))
 *   (if (i64.gt_u (global.get $held) (global.get $allowance))
 *     (then (global.set $allowance (call $frames (global.get $held)))))
 *   (call $body (local.get 0) ...)
 *   (global.set $held (i64.sub (global.get $held) (i64.const bytes))))
 * }</pre>
 *
 * A body that traps leaves its bytes counted: the instance ends.
 */
final class Frames {
  /**
   * What the locals and operands of a call may take that is not counted: 40 of them, 10 with
   * vectors. A stack of 16 MiB holds some 34,000 interpreted calls, so about 30 MB are not counted.
   * Compilers make functions with more, but few: of CPython's 11,448 functions four have, of
   * esbuild's 8,236 none.
   */
  private static final int UNCOUNTED_BYTES = 960;

  /** Frame, its arrays' headers, the array of arguments, the engine's own share of the stack. */
  private static final int CALL_BYTES = 256;

  /** 8 for a number, up to 8 for a reference, 1 for a tag; a parameter is boxed on its way. */
  private static final int SLOT_BYTES = 24;

  /** A vector is an object of its own, with an array of 16 bytes. */
  private static final int VECTOR_SLOT_BYTES = 96;

  private final ModuleLayout module;
  private final BitSet wrapped = new BitSet();

  Frames(ModuleLayout module) {
    this.module = module;
    Bodies bodies = module.bodies();
    for (int i = 0; i < bodies.count(); i++) {
      wrapped.set(i, (long) bodies.slots(i) * slotBytes(i) > UNCOUNTED_BYTES);
    }
  }

  /** Functions that are wrapped, counted without imports. */
  BitSet wrapped() {
    return wrapped;
  }

  int count() {
    return wrapped.cardinality();
  }

  /** Writes two globals: the bytes that active frames take, and what they may take. */
  static void writeGlobals(ByteSink out) {
    out.put(I64, MUTABLE, I64_CONST, 0, END, I64, MUTABLE, I64_CONST, 0, END);
  }

  /**
   * The wrapper's entry in the code section, without its size.
   *
   * @param function counted without imports
   * @param body the function index of its body
   */
  ByteSink wrapper(int function, int body, HostFunctions host) {
    int parameters = module.functionType(module.importedFunctions() + function).parameters().size();
    int held = module.info().globals();
    int allowance = held + 1;
    long bytes = bytes(function, parameters);
    ByteSink out = new ByteSink(64 + 3 * parameters).put(0);
    add(out, held, bytes, I64_ADD);
    get(out, held);
    get(out, allowance).put(I64_GT_U, IF, NO_RESULT);
    get(out, held).put(CALL).unsigned(host.frame()).put(GLOBAL_SET).unsigned(allowance).put(END);
    for (int i = 0; i < parameters; i++) {
      out.put(LOCAL_GET).unsigned(i);
    }
    out.put(CALL).unsigned(body);
    add(out, held, bytes, I64_SUB);
    return out.put(END);
  }

  /** What a call holds: two frames, of which the wrapper's has every parameter twice. */
  private long bytes(int function, int parameters) {
    long slots = module.bodies().slots(function) + 2L * parameters + 2;
    return 2 * CALL_BYTES + slots * slotBytes(function);
  }

  private int slotBytes(int function) {
    return module.bodies().vectors(function) ? VECTOR_SLOT_BYTES : SLOT_BYTES;
  }

  private static ByteSink get(ByteSink out, int global) {
    return out.put(GLOBAL_GET).unsigned(global);
  }

  private static void add(ByteSink out, int global, long bytes, int operation) {
    get(out, global).put(I64_CONST).signed(bytes).put(operation, GLOBAL_SET).unsigned(global);
  }
}
