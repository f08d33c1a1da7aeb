// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import io.wasmwhisk.cli.bench.Machine;
import io.wasmwhisk.cli.bench.process.Histogram;
import io.wasmwhisk.cli.bench.process.ServerProcess;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Calls, changes actions and looks at the process, each at its own pace, until the time is over.
 */
public final class SoakBench {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MEDIAN = 0.5;
  private static final double P99 = 0.99;

  private final SoakSettings settings;
  private final WhiskClient client;
  private final long pid;
  private final PrintWriter out;
  private final Optional<Path> json;

  /**
   * @param client of the server, with a key of which nobody else uses the namespace
   * @param pid of the server
   * @param json a file that has every sample as soon as it is taken
   */
  public SoakBench(
      SoakSettings settings, WhiskClient client, long pid, PrintWriter out, Optional<Path> json) {
    this.settings = settings;
    this.client = client;
    this.pid = pid;
    this.out = out;
    this.json = json;
  }

  /**
   * Runs for as long as the settings say.
   *
   * @param random picks which action is called next; to be used by several threads
   * @throws IOException when the server refuses an action, or its process is gone
   */
  public SoakReport run(RandomGenerator random) throws IOException, InterruptedException {
    Population population = new Population(client, random);
    population.deployAll();
    try (ServerProcess process = new ServerProcess(pid)) {
      SoakReport report =
          new SoakReport(
              "%s; the server is %s".formatted(Machine.words(), process.jvm()), settings.warmUp());
      report.header(out);
      soak(population, process, report);
      population.removeAll();
      report.print(out);
      return report;
    }
  }

  private void soak(Population population, ServerProcess process, SoakReport report)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (SoakLoad load = new SoakLoad(client, population);
        ScheduledExecutorService clocks = Executors.newScheduledThreadPool(2)) {
      long churn = settings.churn().toNanos();
      clocks.scheduleAtFixedRate(load::churn, churn, churn, TimeUnit.NANOSECONDS);
      long pace = settings.sample().toNanos();
      ScheduledFuture<?> looking =
          clocks.scheduleAtFixedRate(
              () -> sample(process, load, report, start), pace, pace, TimeUnit.NANOSECONDS);
      load.run(settings.rate(), start + settings.time().toNanos(), looking::isDone);
      requireLooked(looking);
    }
  }

  /** A task that failed is not run again. */
  private static void requireLooked(ScheduledFuture<?> looking)
      throws IOException, InterruptedException {
    if (looking.isDone()) {
      try {
        looking.get();
      } catch (ExecutionException e) {
        throw new IOException("the server's process cannot be seen: " + e.getCause(), e);
      }
    }
  }

  private void sample(ServerProcess process, SoakLoad load, SoakReport report, long start) {
    try {
      List<SoakCall> calls = load.takeEnded();
      Histogram histogram = process.histogram();
      Sample sample =
          new Sample(
              (System.nanoTime() - start) / NANOS_PER_SECOND,
              histogram,
              process.nonHeap(),
              process.resident(),
              process.threads(),
              process.descriptors(),
              Sample.Calls.of(calls),
              load.underWay(),
              Sample.helloMillis(calls, MEDIAN),
              Sample.helloMillis(calls, P99));
      report.add(sample, calls, out);
      if (json.isPresent()) {
        report.writeJson(json.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
