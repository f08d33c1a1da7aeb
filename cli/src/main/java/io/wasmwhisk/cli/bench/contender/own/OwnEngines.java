// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender.own;

import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.Work;
import io.wasmwhisk.engine.ClassCache;
import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.EngineReport;
import io.wasmwhisk.engine.EngineSettings;
import io.wasmwhisk.engine.SnapshotSource;
import io.wasmwhisk.engine.WasmEngine;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Engines of this process by their names, one of each for the whole run, as an invoker has it. */
public final class OwnEngines implements AutoCloseable {
  /** Names that no other module of this process had, but those of kept classes. */
  private static final AtomicLong NUMBER = new AtomicLong();

  /** Far from all others: where the numbers of modules begin whose classes are kept. */
  private static final long KEPT = 1L << 40;

  private final Map<String, WasmEngine> engines = new LinkedHashMap<>();
  private final Supplier<AtomicLong> numbers;

  private OwnEngines(
      List<EngineChoice> choices, EngineSettings settings, Supplier<AtomicLong> numbers) {
    this.numbers = numbers;
    for (EngineChoice choice : choices) {
      engines.put(choice.word(), WasmEngine.create(settings.withEngine(choice)));
    }
  }

  /** Starts one for each choice. */
  public static OwnEngines start(List<EngineChoice> choices) {
    return new OwnEngines(choices, EngineSettings.DEFAULTS, () -> NUMBER);
  }

  /**
   * The same with classes that are kept. Each engine meets the same modules of a work in the same
   * order, in whatever process: those of a process before this one have their classes.
   */
  public static OwnEngines startKept(List<EngineChoice> choices, ClassCache cache) {
    return new OwnEngines(
        choices, EngineSettings.DEFAULTS.withClassCache(cache), () -> new AtomicLong(KEPT));
  }

  /** What each engine says of itself. */
  public List<String> descriptions() {
    return engines.entrySet().stream()
        .map(each -> description(each.getKey(), each.getValue().report()))
        .toList();
  }

  private static String description(String name, EngineReport report) {
    return "%s: %s, %s%s"
        .formatted(
            name,
            report.engine(),
            report.implementation(),
            report.compiles() ? "" : " (guest code is only interpreted here)");
  }

  /**
   * Each engine, with the work compiled.
   *
   * @param failures told of each that cannot run it
   */
  public List<Contender> contenders(Work work, List<String> failures) {
    List<Contender> contenders = new ArrayList<>();
    engines.forEach(
        (name, engine) -> {
          try {
            contenders.add(new EmbeddedEngine(name, engine, work, numbers.get()));
          } catch (IOException e) {
            failures.add("%s cannot run %s: %s".formatted(name, work.name(), e.getMessage()));
          }
        });
    return contenders;
  }

  /**
   * A snapshot of a module, taken by the first engine: all give the same bytes.
   *
   * @throws IOException when there can be none
   */
  public byte[] snapshot(byte[] module, SnapshotSource source) throws IOException {
    try {
      return engines.values().iterator().next().snapshot(module, source);
    } catch (InvalidModuleException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    engines.values().forEach(WasmEngine::close);
  }
}
