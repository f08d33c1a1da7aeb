// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.Imports;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** A parsed module. Holds its Source, since the engine's code cache only holds it weakly. */
final class GraalCode implements GuestCode {
  private final GraalAdapter adapter;
  private final Source source;

  GraalCode(GraalAdapter adapter, Source source) {
    this.adapter = adapter;
    this.source = source;
  }

  @Override
  public GuestInstance instantiate(Imports imports, String memoryExport) throws GuestFailure {
    Pausable pausable = adapter.newPausable();
    Context context = pausable.context();
    GraalMemory memory = new GraalMemory();
    try {
      Value instance = context.eval(source).newInstance(ImportObject.of(imports, memory));
      Value exports = instance.getMember("exports");
      if (exports.hasMember(memoryExport)) {
        memory.bind(exports.getMember(memoryExport));
      }
      return new GraalInstance(adapter, pausable, exports);
    } catch (PolyglotException e) {
      context.close(true);
      throw Failures.atInstantiation(e);
    } catch (RuntimeException | Error e) {
      context.close(true);
      throw e;
    }
  }
}
