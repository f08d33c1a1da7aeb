// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.ThreadMXBean;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes are a module or an InvalidModuleException, within time and heap that are linear in
 * their length; what was rewritten can be read, is not much larger, and rewriting it again is
 * refused or changes nothing.
 */
class ModuleReaderFuzzTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final long HEAP = 4 << 20;
  private static final long HEAP_PER_BYTE = 200;
  private static final long NANOSECONDS = 2_000_000_000L;
  private static final long NANOSECONDS_PER_BYTE = 5_000;
  private static final int GROWTH = 4_096;
  private static final int GROWTH_FACTOR = 4;

  static Stream<byte[]> seeds() {
    return Modules.seeds();
  }

  @MethodSource("seeds")
  @FuzzTest
  void aModuleOrARefusal(byte[] bytes) {
    long heap = THREADS.getCurrentThreadAllocatedBytes();
    long time = THREADS.getCurrentThreadCpuTime();
    Optional<byte[]> rewritten = Modules.read(bytes).flatMap(Modules::rewrite);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - heap)
        .as("heap for %d bytes", bytes.length)
        .isLessThan(HEAP + HEAP_PER_BYTE * bytes.length);
    assertThat(THREADS.getCurrentThreadCpuTime() - time)
        .as("CPU time for %d bytes", bytes.length)
        .isLessThan(NANOSECONDS + NANOSECONDS_PER_BYTE * bytes.length);
    rewritten.ifPresent(module -> requireUsable(bytes, module));
  }

  private static void requireUsable(byte[] original, byte[] rewritten) {
    assertThat(rewritten.length).isLessThan(GROWTH + GROWTH_FACTOR * original.length);
    Optional<ModuleLayout> again = Modules.read(rewritten);
    assertThat(again).as("reading what was rewritten").isPresent();
    Modules.rewrite(again.orElseThrow())
        .ifPresent(twice -> assertThat(twice).as("rewriting twice").isEqualTo(rewritten));
  }
}
