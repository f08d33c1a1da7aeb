// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged modules end as modules or as InvalidModuleException, never otherwise, and soon. */
@Timeout(120)
class HostileBytesTest {
  private static final String SMALL =
      """
      (module
        (import "env" "f" (func $f (param i32) (result i32)))
        (memory 1 20)
        (table 3 5 funcref)
        (global (mut i32) (i32.const 3))
        (export "memory" (memory 0))
        (start $main)
        (elem (i32.const 0) $main $g)
        (func $main (drop (memory.grow (i32.const 1))))
        (func $g (param i64) (result i64)
          (block (br_table 0 0 0 (i32.wrap_i64 (local.get 0))))
          (drop (i32x4.splat (i32.const 1)))
          (memory.copy (i32.const 0) (i32.const 1) (i32.const 2))
          (local.get 0))
        (data (i32.const 0) "abcdef")
        (data "passive"))
      """;

  static Stream<byte[]> modules() throws Exception {
    return Stream.of(
        Wat.moduleWithNames(SMALL),
        Files.readAllBytes(Path.of("../actions/c/hello.wasm")),
        Files.readAllBytes(Path.of("../actions/rust/hello.wasm")));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void damagedModules(byte[] module) {
    Random random = new Random(module.length);
    int rounds = Math.clamp(20_000_000L / module.length, 200, 20_000);
    for (int i = 0; i < rounds; i++) {
      rewrite(damaged(module, random));
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void truncatedModules(byte[] module) {
    int step = Math.max(1, module.length / 300);
    for (int length = 0; length < module.length; length += step) {
      rewrite(Arrays.copyOf(module, length));
    }
  }

  @Test
  void noise() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[9 + random.nextInt(64)];
      random.nextBytes(noise);
      System.arraycopy(Wat.hex(""), 0, noise, 0, 8);
      noise[8] &= 0x0f;
      rewrite(noise);
    }
  }

  /** What was valid stays valid, and nothing becomes valid by being rewritten. */
  @ParameterizedTest
  @MethodSource("modules")
  void validityIsKept(byte[] module) {
    Random random = new Random(module.length);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = damaged(module, random);
      Optional<byte[]> rewritten = rewrite(damaged);
      if (rewritten.isPresent()) {
        assertThat(isValid(rewritten.get())).as("round %d", i).isEqualTo(isValid(damaged));
      }
    }
  }

  /** Counts that claim everything, at every place where a number may stand. */
  @Test
  void hugeNumbers() {
    byte[] module = Wat.moduleWithNames(SMALL);
    for (String number :
        List.of("ffffffff0f", "ffffffff07", "8080808010", "ffffffffffffffffff01")) {
      byte[] huge = HexFormat.of().parseHex(number);
      for (int at = 8; at < module.length; at++) {
        byte[] changed = new byte[module.length + huge.length - 1];
        System.arraycopy(module, 0, changed, 0, at);
        System.arraycopy(huge, 0, changed, at, huge.length);
        System.arraycopy(module, at + 1, changed, at + huge.length, module.length - at - 1);
        rewrite(changed);
      }
    }
  }

  private static byte[] damaged(byte[] module, Random random) {
    byte[] damaged = module.clone();
    int faults = 1 + random.nextInt(4);
    for (int i = 0; i < faults; i++) {
      int at = 8 + random.nextInt(module.length - 8);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> damaged[at] = (byte) random.nextInt();
        case 2 -> damaged[at] = (byte) 0xff;
        default -> damaged[at] = damaged[8 + random.nextInt(module.length - 8)];
      }
    }
    return damaged;
  }

  private static Optional<byte[]> rewrite(byte[] module) {
    try {
      byte[] rewritten =
          ModuleRewriter.rewrite(ModuleReader.read(module, ModuleLimits.DEFAULT), 1_000, 10_000);
      ModuleReader.read(rewritten, ModuleLimits.DEFAULT);
      return Optional.of(rewritten);
    } catch (InvalidModuleException expected) {
      return Optional.empty();
    }
  }

  private static boolean isValid(byte[] module) {
    try {
      Guest.validate(module);
      return true;
    } catch (PolyglotException invalid) {
      return false;
    }
  }
}
