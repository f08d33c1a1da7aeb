// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** memory.grow of rewritten modules: the limit, the flag, and the semantics in between. */
class MemoryGrowthTest {

  @Test
  void reachesTheLimitAndNotOnePast() throws Exception {
    try (Guest guest = growing("1", 100)) {
      guest.setGlobal(ReservedNames.MEMORY_LIMIT, 4);
      assertThat(guest.call("grow", 3)).isEqualTo(1);
      assertRefused(guest, false);
      assertThat(guest.call("grow", 1)).isEqualTo(-1);
      assertRefused(guest, true);
      assertThat(guest.call("size")).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -2, Integer.MIN_VALUE, Integer.MAX_VALUE, 65_535, 65_536, 4})
  void tooMuchIsRefusedWhateverItsSign(int delta) throws Exception {
    try (Guest guest = growing("1", 4)) {
      assertThat(guest.call("grow", delta)).isEqualTo(-1);
      assertRefused(guest, true);
      assertThat(guest.call("size")).isEqualTo(1);
    }
  }

  @Test
  void nothingIsAlwaysGranted() throws Exception {
    try (Guest guest = growing("3", 4)) {
      guest.setGlobal(ReservedNames.MEMORY_LIMIT, 2);
      assertThat(guest.call("grow", 0)).isEqualTo(3);
      assertRefused(guest, false);
      assertThat(guest.call("grow", 1)).isEqualTo(-1);
      assertRefused(guest, true);
    }
  }

  @Test
  void theLimitIsUnsigned() throws Exception {
    try (Guest guest = growing("1", 10)) {
      guest.setGlobal(ReservedNames.MEMORY_LIMIT, -1);
      assertThat(guest.call("grow", 9)).isEqualTo(1);
      assertThat(guest.call("grow", 1)).isEqualTo(-1);
    }
  }

  @Test
  void theModulesOwnMaximumIsItsOwnAffair() throws Exception {
    try (Guest guest = growing("1 3", 10)) {
      assertThat(guest.call("grow", 3)).isEqualTo(-1);
      assertRefused(guest, false);
      assertThat(guest.call("grow", 2)).isEqualTo(1);
      assertThat(guest.call("grow", 1)).isEqualTo(-1);
      assertRefused(guest, false);
    }
  }

  /** GraalWasm keeps a memory in one array, so 4 GiB fail though the module may have them. */
  @Test
  void wantOfMemoryIsReported() throws Exception {
    try (Guest guest = growing("1", 65_536)) {
      assertThat(guest.call("grow", 65_535)).isEqualTo(-1);
      assertRefused(guest, true);
    }
  }

  /** Against a model, with sizes and limits drawn at random. */
  @Test
  void agreesWithAModel() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      int size = random.nextInt(4);
      int absolute = size + random.nextInt(20);
      int limit = random.nextInt(24);
      boolean refused = false;
      try (Guest guest = growing(Integer.toString(size), absolute)) {
        guest.setGlobal(ReservedNames.MEMORY_LIMIT, limit);
        for (int step = 0; step < 20; step++) {
          int delta = random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(5);
          long wanted = size + Integer.toUnsignedLong(delta);
          boolean granted = delta == 0 || wanted <= Math.min(limit, absolute);
          refused |= !granted && wanted > limit;
          assertThat(guest.call("grow", delta)).isEqualTo(granted ? size : -1);
          size = granted ? (int) wanted : size;
          assertThat(guest.call("size")).isEqualTo(size);
          assertRefused(guest, refused);
        }
      }
    }
  }

  private static void assertRefused(Guest guest, boolean refused) {
    assertThat(guest.global(ReservedNames.MEMORY_REFUSED)).isEqualTo(refused ? 1 : 0);
  }

  private static Guest growing(String limits, int maximumPages) throws Exception {
    byte[] module =
        Wat.module(
            """
            (module
              (memory %s)
              (func (export "grow") (param i32) (result i32) local.get 0 memory.grow)
              (func (export "size") (result i32) memory.size))
            """
                .formatted(limits));
    return new Guest(
        ModuleRewriter.rewrite(ModuleReader.read(module, ModuleLimits.DEFAULT), maximumPages, 10));
  }
}
