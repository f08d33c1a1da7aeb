// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender.own;

import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.Work;
import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.EngineReport;
import io.wasmwhisk.engine.EngineSettings;
import io.wasmwhisk.engine.WasmEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Engines of this process by their names, one of each for the whole run, as an invoker has it. */
public final class OwnEngines implements AutoCloseable {
  private final Map<String, WasmEngine> engines = new LinkedHashMap<>();

  private OwnEngines() {}

  /** Starts one for each choice. */
  public static OwnEngines start(List<EngineChoice> choices) {
    OwnEngines own = new OwnEngines();
    for (EngineChoice choice : choices) {
      own.engines.put(choice.word(), WasmEngine.create(EngineSettings.DEFAULTS.withEngine(choice)));
    }
    return own;
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
            contenders.add(new EmbeddedEngine(name, engine, work));
          } catch (IOException e) {
            failures.add("%s cannot run %s: %s".formatted(name, work.name(), e.getMessage()));
          }
        });
    return contenders;
  }

  @Override
  public void close() {
    engines.values().forEach(WasmEngine::close);
  }
}
