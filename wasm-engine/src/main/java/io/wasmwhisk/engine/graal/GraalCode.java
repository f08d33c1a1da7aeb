// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.Imports;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** A parsed module. Holds its Source, since the engine's code cache only holds it weakly. */
final class GraalCode implements GuestCode {
  private final GraalAdapter adapter;
  private final Source source;
  private final SpareContexts spares;

  GraalCode(GraalAdapter adapter, Source source, SpareContexts spares) {
    this.adapter = adapter;
    this.source = source;
    this.spares = spares;
  }

  @Override
  public GuestInstance instantiate(Imports imports, String memoryExport) throws GuestFailure {
    LoadedContext loaded = spares.take(this);
    return instantiate(loaded == null ? load() : loaded, imports, memoryExport);
  }

  private GuestInstance instantiate(LoadedContext loaded, Imports imports, String memoryExport)
      throws GuestFailure {
    GraalMemory memory = new GraalMemory();
    try {
      Value instance = loaded.module().newInstance(ImportObject.of(imports, memory));
      Value exports = instance.getMember("exports");
      if (exports.hasMember(memoryExport)) {
        memory.bind(exports.getMember(memoryExport));
      }
      return new GraalInstance(adapter, adapter.pausable(loaded), exports);
    } catch (PolyglotException e) {
      loaded.close();
      throw Failures.atInstantiation(e);
    } catch (RuntimeException | Error e) {
      loaded.close();
      throw e;
    }
  }

  private LoadedContext load() throws GuestFailure {
    try {
      return adapter.load(source);
    } catch (PolyglotException e) {
      throw Failures.atInstantiation(e);
    }
  }

  @Override
  public void prepare() {
    if (spares.lacks(this)) {
      try {
        spares.put(this, adapter.load(source));
      } catch (RuntimeException | OutOfMemoryError e) {
        // The engine is closed or the heap is full: who needs the next instance will be told.
      }
    }
  }
}
