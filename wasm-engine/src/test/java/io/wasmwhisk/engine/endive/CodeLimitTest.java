// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.EngineSettings;
import io.wasmwhisk.engine.WasmEngine;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.runtime.GuestInstance;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What Endive's classes and their making may take. */
class CodeLimitTest {
  private static final long MILLISECOND = 1_000_000;
  private static final int FUNCTION_BYTES = 4 << 20;

  /** A heap of 480 MB is enough for 1 MB of code. */
  @Test
  void codeIsBoundedByTheHeap() {
    assertThat(new EndiveAdapter(null, 480L << 20).mostCodeBytes()).isEqualTo(1L << 20);
  }

  @Test
  void moreCodeThanTheHeapAllowsIsRefused() {
    long most = new EndiveAdapter(null).mostCodeBytes();
    byte[] module = nops((int) most + 1);
    try (WasmEngine engine =
        WasmEngine.create(EngineSettings.DEFAULTS.withEngine(EngineChoice.ENDIVE))) {
      assertThatThrownBy(() -> engine.compile(module))
          .isInstanceOf(InvalidModuleException.class)
          .hasMessageMatching(
              "The module has \\d+ bytes of code and signatures; the limit is %d bytes for endive on the heap of this JVM \\(%d bytes\\)\\."
                  .formatted(most, Runtime.getRuntime().maxMemory()));
    }
  }

  /** 20,000 types of 200 parameters, which nobody uses: each becomes a method of its own. */
  @Test
  void typesCountAsWell() {
    byte[] type = new byte[204];
    Arrays.fill(type, (byte) 0x7f);
    System.arraycopy(new byte[] {0x60, (byte) 0xc8, 1}, 0, type, 0, 3);
    type[type.length - 1] = 0;
    byte[] module = new byte[8 + 1 + 5 + 5 + 20_000 * type.length];
    System.arraycopy(Wat.hex(""), 0, module, 0, 8);
    module[8] = 1;
    int at = leb(module, leb(module, 9, 5 + 20_000 * type.length), 20_000);
    for (; at < module.length; at += type.length) {
      System.arraycopy(type, 0, module, at, type.length);
    }
    try (WasmEngine engine =
        WasmEngine.create(EngineSettings.DEFAULTS.withEngine(EngineChoice.ENDIVE))) {
      assertThatThrownBy(() -> engine.compile(module))
          .isInstanceOf(InvalidModuleException.class)
          .hasMessageStartingWith("The module has 48000000 bytes of code and signatures;");
    }
  }

  /** Functions of so many instructions in all that do nothing, at most 4 MB in each. */
  private static byte[] nops(int count) {
    int functions = count / FUNCTION_BYTES + 1;
    int each = count / functions + 1;
    byte[] bytes = new byte[14 + 7 + 2 * 11 + functions * (each + 8)];
    Arrays.fill(bytes, (byte) 1);
    byte[] start = Wat.hex("01040160 0000");
    System.arraycopy(start, 0, bytes, 0, start.length);
    int at = start.length;
    bytes[at++] = 3;
    at = leb(bytes, leb(bytes, at, 5 + functions), functions);
    Arrays.fill(bytes, at, at + functions, (byte) 0);
    at += functions;
    bytes[at++] = 10;
    at = leb(bytes, leb(bytes, at, 5 + functions * (each + 7)), functions);
    for (int i = 0; i < functions; i++, at += each + 2) {
      at = leb(bytes, at, each + 2);
      bytes[at] = 0;
      bytes[at + each + 1] = 0x0b;
    }
    return Arrays.copyOf(bytes, at);
  }

  /** A number in five bytes. */
  private static int leb(byte[] bytes, int at, int value) {
    int left = value;
    for (int i = 0; i < 4; i++, left >>>= 7) {
      bytes[at + i] = (byte) (left & 0x7f | 0x80);
    }
    bytes[at + 4] = (byte) left;
    return at + 5;
  }

  /** A module that nobody has any more takes its classes with it. */
  @Test
  void classesGoWithTheirModule() throws Exception {
    ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    long before = classes.getUnloadedClassCount();
    for (int i = 0; i < 20; i++) {
      run("(module (func (export \"run\") (drop (i32.const %d))))".formatted(i));
    }
    for (int i = 0; i < 100 && classes.getUnloadedClassCount() - before < 20; i++) {
      System.gc();
      LockSupport.parkNanos(50 * MILLISECOND);
    }

    assertThat(classes.getUnloadedClassCount() - before).isGreaterThanOrEqualTo(20);
  }

  private static void run(String text) throws Exception {
    try (GuestInstance instance =
        new EndiveAdapter(null)
            .compile("guest", Wat.module(text))
            .instantiate((module, name) -> null, "memory")) {
      instance.call("run");
    }
  }
}
