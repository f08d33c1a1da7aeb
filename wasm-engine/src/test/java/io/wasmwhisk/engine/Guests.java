// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.binary.Wat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Guests of {@code actions/}, as their toolchains built them, and one that is written here. */
final class Guests {
  private static final Path ROOT = Path.of(System.getProperty("maven.multiModuleProjectDirectory"));

  private Guests() {}

  static byte[] built(String name) throws IOException {
    return Files.readAllBytes(ROOT.resolve("actions").resolve(name + ".wasm"));
  }

  /** Has one page, grows by some more, prints {@code {}}; traps when it may not grow. */
  static byte[] growing(int pages) {
    return Wat.module(
        """
        (module
          (import "wasi_snapshot_preview1" "fd_write"
            (func $write (param i32 i32 i32 i32) (result i32)))
          (memory (export "memory") 1)
          (data (i32.const 0) "\\08\\00\\00\\00\\02\\00\\00\\00{}")
          (func (export "_start")
            (if (i32.eq (memory.grow (i32.const %d)) (i32.const -1)) (then unreachable))
            (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 16)))))
        """
            .formatted(pages));
  }
}
