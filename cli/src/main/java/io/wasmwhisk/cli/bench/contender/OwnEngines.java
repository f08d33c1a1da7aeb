// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

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

  /** Starts what this JVM has. */
  public static OwnEngines start() {
    OwnEngines own = new OwnEngines();
    WasmEngine engine = WasmEngine.create(EngineSettings.DEFAULTS);
    own.engines.put(engine.report().engine(), engine);
    return own;
  }

  /** What each engine says of itself. */
  public List<String> descriptions() {
    return engines.entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue().report().implementation())
        .toList();
  }

  /** Whether guest code becomes machine code in all of them. */
  public boolean compile() {
    return engines.values().stream().allMatch(engine -> engine.report().compiles());
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
