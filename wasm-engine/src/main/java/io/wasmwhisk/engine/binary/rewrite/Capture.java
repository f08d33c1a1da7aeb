// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static io.wasmwhisk.engine.binary.rewrite.Opcodes.CALL;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.END;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.FUNCTION_TYPE;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.GLOBAL_GET;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I32_CONST;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I32_REINTERPRET_F32;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_CONST;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_EXTEND_I32_U;
import static io.wasmwhisk.engine.binary.rewrite.Opcodes.I64_REINTERPRET_F64;

import io.wasmwhisk.engine.binary.read.MutableGlobal;
import io.wasmwhisk.engine.binary.write.ByteSink;
import java.util.List;

/**
 * The function {@link ReservedNames#CAPTURE}, which tells the host what the module's globals hold:
 *
 * <pre>{@code
 * (func
 *   (call $state (i32.const -1) (i64.const 0))
 *   (call $state (i32.const 0) (i64.extend_i32_u (global.get 0)))
 *   ...)
 * }</pre>
 *
 * @param globals those that the module may change, all of them numbers
 */
record Capture(List<MutableGlobal> globals) {

  static void writeType(ByteSink out) {
    out.put(FUNCTION_TYPE, 0, 0);
  }

  /** Its entry in the code section, without its size. */
  ByteSink body(HostFunctions host) {
    ByteSink body = new ByteSink(16 + 12 * globals.size()).put(0);
    body.put(I32_CONST).signed(-1).put(I64_CONST, 0, CALL).unsigned(host.tell());
    for (MutableGlobal global : globals) {
      body.put(I32_CONST).signed(global.index()).put(GLOBAL_GET).unsigned(global.index());
      switch (global.type()) {
        case "i32" -> body.put(I64_EXTEND_I32_U);
        case "i64" -> {}
        case "f32" -> body.put(I32_REINTERPRET_F32, I64_EXTEND_I32_U);
        case "f64" -> body.put(I64_REINTERPRET_F64);
        default ->
            throw new IllegalArgumentException(
                "global %d is a %s, no number".formatted(global.index(), global.type()));
      }
      body.put(CALL).unsigned(host.tell());
    }
    return body.put(END);
  }
}
