// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import org.junit.jupiter.api.Test;

class ModuleRewriterTest {
  private static final String GROWING =
      """
      (module
        (memory 1)
        (func (export "grow") (param i32) (result i32) local.get 0 memory.grow)
        (func (export "size") (result i32) memory.size))
      """;

  @Test
  void growthReachesTheLimitAndNotOnePast() throws Exception {
    try (Guest guest = new Guest(rewrite(GROWING, 100, 10))) {
      guest.setGlobal(ReservedNames.MEMORY_LIMIT, 4);
      assertThat(guest.call("grow", 3)).isEqualTo(1);
      assertThat(guest.global(ReservedNames.MEMORY_REFUSED)).isZero();
      assertThat(guest.call("grow", 1)).isEqualTo(-1);
      assertThat(guest.global(ReservedNames.MEMORY_REFUSED)).isEqualTo(1);
      assertThat(guest.call("size")).isEqualTo(4);
    }
  }

  static byte[] rewrite(String text, int pages, int elements) throws InvalidModuleException {
    return ModuleRewriter.rewrite(
        ModuleReader.read(Wat.module(text), ModuleLimits.DEFAULT), pages, elements);
  }
}
