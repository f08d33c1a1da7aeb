// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.read.ModuleReader;
import org.junit.jupiter.api.Test;

class FootprintTest {
  private static final int INSTANCE = 40 << 10;

  @Test
  void anEmptyModule() throws Exception {
    assertThat(footprint("")).isEqualTo(new Footprint(0, INSTANCE));
  }

  @Test
  void everythingCounts() throws Exception {
    String fields =
        """
        (memory 2) (memory i64 1) (table 10 funcref) (table 5 20 externref)
        (global i32 (i32.const 1)) (func) (func) (func)
        (elem func 0 1 2 0) (elem (i32.const 0) func 1) (data "a")
        """;
    assertThat(footprint(fields))
        .isEqualTo(
            new Footprint(3 * 65_536 + 15 * 8, INSTANCE + 3 * 96 + 96 + 4 * 512 + 3 * 64 + 5 * 8));
  }

  /** No minimum makes it overflow. */
  @Test
  void hugeMinima() throws Exception {
    Footprint footprint = footprint("(memory i64 0xffffffffffff)".repeat(100));
    assertThat(footprint.guestBytes()).isEqualTo(100L * Integer.MAX_VALUE * 65_536);
  }

  private static Footprint footprint(String fields) throws InvalidModuleException {
    byte[] module = Wat.module("(module " + fields + ")");
    return ModuleReader.read(module, ModuleLimits.DEFAULT).info().footprint();
  }
}
