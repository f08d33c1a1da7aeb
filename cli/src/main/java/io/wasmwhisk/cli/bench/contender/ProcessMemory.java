// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What processes take. */
public final class ProcessMemory {
  private static final int KILOBYTE_BITS = 10;

  private ProcessMemory() {}

  /** The most that a process has had in memory; empty where Linux's /proc is missing. */
  public static OptionalLong peak(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/%d/status".formatted(pid)))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << KILOBYTE_BITS)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Heap that all threads of this JVM have allocated since its start. */
  public static long allocated() {
    return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
        ? threads.getTotalThreadAllocatedBytes()
        : 0;
  }
}
