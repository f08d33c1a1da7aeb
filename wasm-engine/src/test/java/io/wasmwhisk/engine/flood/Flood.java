// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.flood;

import io.wasmwhisk.engine.Activation;
import io.wasmwhisk.engine.CompiledModule;
import io.wasmwhisk.engine.Invocation;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.Outcome;
import io.wasmwhisk.engine.SuiteEngine;
import io.wasmwhisk.engine.WasmEngine;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/**
 * Starts a number of bombs, so many at once, while a neighbour runs one small guest after the
 * other; prints how all of them ended and what was left. Arguments: the neighbour's module, the
 * number of bombs, how many at once.
 */
public final class Flood implements AutoCloseable {
  private static final Limits LIMITS = Limits.DEFAULTS.withTime(Duration.ofSeconds(60));

  private final WasmEngine engine = WasmEngine.create(SuiteEngine.SETTINGS);
  private final Map<Bomb, CompiledModule> bombs = new EnumMap<>(Bomb.class);
  private final CompiledModule neighbour;
  private final Map<String, LongAdder> ends = new ConcurrentHashMap<>();

  private Flood(byte[] neighbour) throws Exception {
    this.neighbour = engine.compile(neighbour);
    for (Bomb bomb : Bomb.values()) {
      bombs.put(bomb, engine.compile(bomb.module()));
    }
  }

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    byte[] neighbour = Files.readAllBytes(Path.of(arguments[0]));
    try (Flood flood = new Flood(neighbour)) {
      flood.run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }
  }

  private void run(int number, int atOnce) throws Exception {
    runNeighbour();
    long before = heap();
    long start = System.nanoTime();
    CompletableFuture<Void> all = CompletableFuture.runAsync(() -> start(number, atOnce));
    List<Long> times = new ArrayList<>();
    while (!all.isDone()) {
      times.add(runNeighbour());
    }
    all.get();
    times.sort(Long::compare);
    System.out.println("engine: " + neighbour.engine());
    System.out.println("seconds: " + (System.nanoTime() - start) / 1_000_000_000);
    new TreeMap<>(ends).forEach((end, count) -> System.out.println(end + ": " + count));
    System.out.println("neighbour p99 ms: " + times.get(times.size() * 99 / 100) / 1_000_000);
    System.out.println("memory: " + engine.memory());
    System.out.println("heap grew MiB: " + (heap() - before >> 20));
  }

  private void start(int number, int atOnce) {
    Semaphore places = new Semaphore(atOnce);
    List<CompletableFuture<?>> running = new ArrayList<>();
    Bomb[] kinds = Bomb.values();
    for (int i = 0; i < number; i++) {
      Bomb kind = kinds[i % kinds.length];
      places.acquireUninterruptibly();
      running.add(
          start(Objects.requireNonNull(bombs.get(kind)), kind.name())
              .whenComplete((end, failure) -> places.release()));
    }
    running.forEach(CompletableFuture::join);
  }

  private CompletableFuture<?> start(CompiledModule module, String owner) {
    Invocation invocation = new Invocation(owner, "{}", Map.of(), ArchivedFiles.NONE, LIMITS);
    Activation activation = module.start(invocation);
    // Completions are forgotten here: logs that a host keeps are the host's.
    return activation
        .completion()
        .handle(
            (completion, failure) -> failure == null ? end(completion.outcome()) : " " + failure)
        .thenAccept(end -> count(owner + end));
  }

  private long runNeighbour() throws Exception {
    long start = System.nanoTime();
    start(neighbour, "neighbour").get();
    return System.nanoTime() - start;
  }

  private static String end(Outcome outcome) {
    return " " + (outcome instanceof Outcome.Result ? "Result" : outcome.describe());
  }

  private void count(String end) {
    ends.computeIfAbsent(end, unseen -> new LongAdder()).increment();
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Override
  public void close() {
    engine.close();
  }
}
