// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks at a process, of whatever program, ten times a second, and leaves nothing in it. Its
 * processor time comes in steps of 10 ms.
 */
public final class Gauge implements AutoCloseable {
  private static final Duration PACE = Duration.ofMillis(100);
  private static final Path PROC = Path.of("/proc");

  private final Optional<ProcessHandle> process;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("gauge").factory());
  private long began;
  private long cpu;
  private long machine;
  private long resident;
  private long used;

  private Gauge(Optional<ProcessHandle> process) throws IOException {
    this.process = process;
    var unused = lap();
    var unusedLooking =
        clock.scheduleAtFixedRate(this::look, PACE.toNanos(), PACE.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Begins to look.
   *
   * @param pid of a process of this machine; without one all that is measured is time
   * @throws IOException where there is no such process
   */
  public static Gauge of(OptionalLong pid) throws IOException {
    if (pid.isEmpty()) {
      return new Gauge(Optional.empty());
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid.getAsLong());
    if (process.isEmpty()) {
      throw new IOException("there is no process %d on this machine".formatted(pid.getAsLong()));
    }
    return new Gauge(process);
  }

  /** What was taken since the last time this was asked. */
  public synchronized Usage lap() throws IOException {
    long wasBegun = began;
    long wasCpu = cpu;
    long wasMachine = machine;
    began = System.nanoTime();
    cpu = cpuNanos();
    machine = process.isPresent() ? ProcFiles.busyNanos(PROC) : 0;
    look();
    Usage usage = new Usage(began - wasBegun, cpu - wasCpu, machine - wasMachine, resident, used);
    resident = 0;
    used = 0;
    look();
    return usage;
  }

  private long cpuNanos() {
    return process
        .flatMap(each -> each.info().totalCpuDuration())
        .map(Duration::toNanos)
        .orElse(cpu);
  }

  /** A process that is gone, or a system that does not tell, shows nothing. */
  private synchronized void look() {
    if (process.isEmpty()) {
      return;
    }
    try {
      resident =
          Math.max(resident, ProcFiles.resident(PROC.resolve(Long.toString(process.get().pid()))));
      used = Math.max(used, ProcFiles.used(PROC));
    } catch (IOException e) {
      return; // no figure; the calls that fail say why
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
