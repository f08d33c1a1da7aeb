// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Reads a process again and again, on a thread of its own. */
public final class ProcessWatch implements AutoCloseable {
  private final ServerProcess process;
  private final List<Reading> readings = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> reading;

  private ProcessWatch(ServerProcess process, Duration pace) {
    this.process = process;
    reading = clock.scheduleAtFixedRate(this::read, 0, pace.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Begins; the process stays the caller's. */
  public static ProcessWatch start(ServerProcess process, Duration pace) {
    return new ProcessWatch(process, pace);
  }

  private void read() {
    try {
      readings.add(process.read());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Stops, with one last reading.
   *
   * @return all readings in their order
   * @throws IOException when the process could not be read any more
   */
  public List<Reading> stop() throws IOException, InterruptedException {
    if (reading.isDone()) {
      try {
        reading.get();
      } catch (ExecutionException e) {
        throw new IOException("the server's process cannot be seen: " + e.getCause(), e);
      }
    }
    close();
    read();
    return List.copyOf(readings);
  }

  @Override
  public void close() {
    reading.cancel(false);
    clock.close();
  }
}
