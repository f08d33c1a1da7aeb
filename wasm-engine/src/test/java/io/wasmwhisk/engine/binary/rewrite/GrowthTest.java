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

/** memory.grow and table.grow of rewritten modules: what the host is asked, what the guest gets. */
class GrowthTest {
  private static final long PAGE = 65_536;

  @Test
  void theHostIsAskedAndTold() throws Exception {
    Host host = new Host(4 * PAGE);
    try (Guest guest = memory("1", host)) {
      assertThat(guest.call("grow", 3)).isEqualTo(1);
      assertThat(host.calls())
          .containsExactly("grow[196608, 65536] 1", "grown[196608, 65536, 1] 0");
      assertThat(guest.call("grow", 1)).isEqualTo(-1);
      assertThat(host.calls()).hasSize(3).endsWith("grow[65536, 262144] 0");
      assertThat(guest.call("size")).isEqualTo(4);
    }
  }

  @Test
  void nothingIsAlwaysGranted() throws Exception {
    Host host = new Host(0);
    try (Guest guest = memory("3", host)) {
      assertThat(guest.call("grow", 0)).isEqualTo(3);
      assertThat(host.calls()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -2, Integer.MIN_VALUE, Integer.MAX_VALUE, 65_535, 65_536})
  void theHostSeesTooMuchWhateverItsSign(int delta) throws Exception {
    Host host = new Host(4 * PAGE);
    try (Guest guest = memory("1", host)) {
      assertThat(guest.call("grow", delta)).isEqualTo(-1);
      assertThat(host.calls())
          .containsExactly("grow[" + Integer.toUnsignedLong(delta) * PAGE + ", 65536] 0");
      assertThat(guest.call("size")).isEqualTo(1);
    }
  }

  @Test
  void theModulesOwnMaximumIsItsOwnAffair() throws Exception {
    Host host = new Host();
    try (Guest guest = memory("1 3", host)) {
      assertThat(guest.call("grow", 3)).isEqualTo(-1);
      assertThat(guest.call("grow", -1)).isEqualTo(-1);
      assertThat(host.calls()).isEmpty();
      assertThat(guest.call("grow", 2)).isEqualTo(1);
      assertThat(guest.call("grow", 1)).isEqualTo(-1);
      assertThat(host.calls()).hasSize(2);
    }
  }

  /** What is granted and not done: here by the absolute limit. */
  @Test
  void theHostIsToldOfWant() throws Exception {
    Host host = new Host();
    try (Guest guest = memory("1", host)) {
      assertThat(guest.call("grow", 100)).isEqualTo(-1);
      assertThat(host.calls())
          .containsExactly("grow[6553600, 65536] 1", "grown[6553600, 65536, 0] 0");
    }
  }

  @Test
  void eachOfSeveralMemoriesAsks() throws Exception {
    Host host = new Host(3 * PAGE);
    String fields =
        """
        (memory $a 1) (memory $b 2) (memory $c 0 1)
        (func (export "a") (param i32) (result i32) local.get 0 memory.grow $a)
        (func (export "b") (param i32) (result i32) local.get 0 memory.grow $b)
        (func (export "c") (param i32) (result i32) local.get 0 memory.grow $c)
        (func (export "sizes") (result i32)
          (i32.add (memory.size $a) (i32.mul (i32.const 10) (memory.size $b))))
        """;
    try (Guest guest = new Guest(rewrite(fields, 10), host)) {
      assertThat(guest.call("a", 2)).isEqualTo(1);
      assertThat(guest.call("b", 2)).isEqualTo(-1);
      assertThat(guest.call("b", 1)).isEqualTo(2);
      assertThat(guest.call("c", 2)).isEqualTo(-1);
      assertThat(guest.call("sizes")).isEqualTo(33);
      assertThat(host.calls())
          .containsExactly(
              "grow[131072, 65536] 1",
              "grown[131072, 65536, 1] 0",
              "grow[131072, 131072] 0",
              "grow[65536, 131072] 1",
              "grown[65536, 131072, 1] 0");
    }
  }

  @Test
  void wideMemories() throws Exception {
    Host host = new Host(4 * PAGE);
    try (Guest guest = guest("(memory i64 1)", "i64", "memory", 100, host)) {
      assertThat(guest.callLong("grow", 0L)).isEqualTo(1);
      assertThat(host.calls()).isEmpty();
      assertThat(guest.callLong("grow", 3L)).isEqualTo(1);
      assertThat(guest.callLong("grow", 1L)).isEqualTo(-1);
      assertThat(guest.callLong("size")).isEqualTo(4);
      assertThat(host.calls())
          .containsExactly(
              "grow[196608, 65536] 1", "grown[196608, 65536, 1] 0", "grow[65536, 262144] 0");
    }
  }

  /** No sum of bytes overflows: one page less than 2^46 is asked for, more is not. */
  @ParameterizedTest
  @ValueSource(longs = {(1L << 46), -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 48})
  void wideMemoriesDoNotOverflow(long delta) throws Exception {
    Host host = new Host();
    try (Guest guest = guest("(memory i64 1)", "i64", "memory", 100, host)) {
      assertThat(guest.callLong("grow", delta)).isEqualTo(-1);
      assertThat(host.calls()).isEmpty();
      assertThat(guest.callLong("grow", (1L << 46) - 1)).isEqualTo(-1);
      assertThat(host.calls())
          .containsExactly(
              "grow[4611686018427322368, 65536] 1", "grown[4611686018427322368, 65536, 0] 0");
    }
  }

  @Test
  void tablesAsk() throws Exception {
    Host host = new Host(800);
    try (Guest guest = table("2", host)) {
      assertThat(guest.call("grow", 98)).isEqualTo(2);
      assertThat(guest.call("grow", 1)).isEqualTo(-1);
      assertThat(guest.call("grow", 0)).isEqualTo(100);
      assertThat(guest.call("grow", -1)).isEqualTo(-1);
      assertThat(guest.call("size")).isEqualTo(100);
      assertThat(host.calls())
          .containsExactly(
              "grow[784, 16] 1",
              "grown[784, 16, 1] 0",
              "grow[8, 800] 0",
              "grow[34359738360, 800] 0");
    }
  }

  @Test
  void tablesHaveMaximaToo() throws Exception {
    Host host = new Host();
    try (Guest guest = table("2 5", host)) {
      assertThat(guest.call("grow", 4)).isEqualTo(-1);
      assertThat(host.calls()).isEmpty();
    }
    try (Guest guest = table("2", host)) {
      assertThat(guest.call("grow", 999)).isEqualTo(-1);
      assertThat(host.calls()).containsExactly("grow[7992, 16] 1", "grown[7992, 16, 0] 0");
    }
  }

  /** The value that new elements get reaches them. */
  @Test
  void newElementsHaveTheirValue() throws Exception {
    String fields =
        """
        (type $f (func (result i32)))
        (table $other 1 externref)
        (table $t 1 funcref)
        (elem declare func $answer)
        (func $answer (type $f) (i32.const 42))
        (func (export "grow") (param i32) (result i32)
          (table.grow $t (ref.func $answer) (local.get 0)))
        (func (export "others") (param i32) (result i32)
          (table.grow $other (ref.null extern) (local.get 0)))
        (func (export "call") (param i32) (result i32)
          (call_indirect $t (type $f) (local.get 0)))
        """;
    try (Guest guest = new Guest(rewrite(fields, 10))) {
      assertThat(guest.call("grow", 3)).isEqualTo(1);
      assertThat(guest.call("others", 5)).isEqualTo(1);
      assertThat(guest.call("call", 3)).isEqualTo(42);
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
      Host host = new Host(limit * PAGE);
      int calls = 0;
      try (Guest guest = guest("(memory " + size + ")", "i32", "memory", absolute, host)) {
        for (int step = 0; step < 20; step++) {
          int delta = random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(5);
          long wanted = size + Integer.toUnsignedLong(delta);
          boolean granted = delta == 0 || wanted <= Math.min(limit, absolute);
          calls += delta == 0 ? 0 : wanted <= limit ? 2 : 1;
          assertThat(guest.call("grow", delta)).isEqualTo(granted ? size : -1);
          size = granted ? (int) wanted : size;
          assertThat(guest.call("size")).isEqualTo(size);
          assertThat(host.calls()).hasSize(calls);
        }
      }
    }
  }

  private static Guest memory(String limits, Host host) throws Exception {
    return guest("(memory " + limits + ")", "i32", "memory", 100, host);
  }

  private static Guest table(String limits, Host host) throws Exception {
    return guest("(table " + limits + " funcref)", "i32", "table", 100, host);
  }

  private static Guest guest(String field, String type, String kind, int maximumPages, Host host)
      throws Exception {
    String value = kind.equals("table") ? "(ref.null func)" : "";
    String functions =
        """
        (func (export "grow") (param %1$s) (result %1$s) (%2$s.grow %3$s (local.get 0)))
        (func (export "size") (result %1$s) (%2$s.size))
        """
            .formatted(type, kind, value);
    return new Guest(rewrite(field + functions, maximumPages), host);
  }

  private static byte[] rewrite(String fields, int maximumPages) throws Exception {
    byte[] module = Wat.module("(module " + fields + ")");
    return ModuleRewriter.rewrite(
        ModuleReader.read(module, ModuleLimits.DEFAULT), maximumPages, 1_000);
  }
}
