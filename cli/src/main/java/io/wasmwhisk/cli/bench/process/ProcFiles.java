// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Numbers out of Linux's {@code /proc} (proc(5)). */
final class ProcFiles {
  /** A hundredth of a second on all that Java runs on ({@code sysconf(_SC_CLK_TCK)}). */
  private static final long TICK_NANOS = Duration.ofMillis(10).toNanos();

  private static final int KIB = 1024;

  private ProcFiles() {}

  /** Bytes of a process in memory; 0 where that is not told. */
  static long resident(Path process) throws IOException {
    return kibibytes(process.resolve("status"), "VmRSS:");
  }

  /** Bytes of the machine's memory that nobody could have any more; 0 where that is not told. */
  static long used(Path proc) throws IOException {
    Path file = proc.resolve("meminfo");
    return Files.exists(file) ? kibibytes(file, "MemTotal:") - kibibytes(file, "MemAvailable:") : 0;
  }

  private static long kibibytes(Path file, String name) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
          .findFirst()
          .orElse(0);
    }
  }

  /**
   * Processor time that all processes of the machine and its kernel took since it was booted; 0
   * where that is not told. The columns are user, nice, system, idle, iowait, irq, softirq.
   */
  static long busyNanos(Path proc) throws IOException {
    Path file = proc.resolve("stat");
    if (!Files.exists(file)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(file)) {
      String[] columns = lines.findFirst().orElse("").split(" +");
      return TICK_NANOS
          * Stream.of(1, 2, 3, 6, 7).mapToLong(column -> Long.parseLong(columns[column])).sum();
    }
  }
}
