// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.benchmarks;

import com.dylibso.chicory.wabt.Wat2Wasm;

/** Guests written here. */
final class WatGuest {
  private WatGuest() {}

  /**
   * A program that makes calls of one host function of WASI, and answers {@code {}}.
   *
   * @param calls how many
   * @param function its name
   * @param type its parameters and result
   * @param arguments instructions that give its arguments; bytes from 64 to 8192 are theirs
   */
  static byte[] calling(int calls, String function, String type, String arguments) {
    return Wat2Wasm.parse(
        """
        (module
          (import "wasi_snapshot_preview1" "%s" (func $call %s))
          (import "wasi_snapshot_preview1" "fd_write"
            (func $write (param i32 i32 i32 i32) (result i32)))
          (memory (export "memory") 1)
          ;; the result, and a line of 80 bytes
          (data (i32.const 0) "\\10\\00\\00\\00\\03\\00\\00\\00\\40\\00\\00\\00\\50\\00\\00\\00{}\\n")
          (data (i32.const 64) "%s\\n")
          (func (export "_start") (local $left i32)
            (local.set $left (i32.const %d))
            (loop $next
              (if (call $call %s) (then unreachable))
              (local.set $left (i32.sub (local.get $left) (i32.const 1)))
              (br_if $next (local.get $left)))
            (if (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 32))
              (then unreachable))))
        """
            .formatted(function, type, ".".repeat(79), calls, arguments));
  }
}
