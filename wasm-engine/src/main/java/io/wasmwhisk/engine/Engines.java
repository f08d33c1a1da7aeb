// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.endive.EndiveAdapter;
import io.wasmwhisk.engine.graal.GraalAdapter;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import io.wasmwhisk.engine.store.FileStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engines of this JVM, the one that modules get first. */
final class Engines implements AutoCloseable {
  private final List<EngineAdapter> adapters;

  private Engines(List<EngineAdapter> adapters) {
    this.adapters = adapters;
  }

  /**
   * Starts what a choice needs.
   *
   * @param classes where Endive keeps classes; null for nowhere
   */
  static Engines start(EngineChoice choice, @Nullable FileStore classes) {
    return new Engines(
        switch (choice) {
          case GRAALWASM -> List.of(new GraalAdapter());
          case ENDIVE -> List.of(new EndiveAdapter(classes));
          case AUTO -> automatic(new GraalAdapter(), new EndiveAdapter(classes));
        });
  }

  private static List<EngineAdapter> automatic(GraalAdapter graal, EndiveAdapter endive) {
    return graal.compiles() ? List.of(graal, endive) : List.of(endive, graal);
  }

  /**
   * The engine for a module: the first one that has what the module uses.
   *
   * @throws InvalidModuleException when none has; the message is about the first one
   */
  EngineAdapter forModule(ModuleInfo info) throws InvalidModuleException {
    EngineAdapter adapter =
        adapters.stream()
            .filter(each -> each.features().containsAll(info.features()))
            .findFirst()
            .orElse(first());
    info.requireSupported(adapter.features());
    return adapter;
  }

  /** The one that modules get unless they need another. */
  EngineAdapter first() {
    return adapters.getFirst();
  }

  @Override
  public void close() {
    adapters.forEach(EngineAdapter::close);
  }
}
