// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.Imports;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * A parsed module. Holds its Source, since the engine's code cache only holds it weakly; and a few
 * Contexts whose guest has left them as it found them, since making and closing one takes longer
 * than making an instance.
 */
final class GraalCode implements GuestCode {
  /** More guests than that do not end at once. */
  private static final int MOST_IDLE = Runtime.getRuntime().availableProcessors();

  /** Measured: an empty Context takes 9.4 KB. */
  private static final long CONTEXT_BYTES = 10 * 1024;

  private final GraalAdapter adapter;
  private final Source source;

  /** The one used last comes first: its thread and its caches are the likeliest to fit. */
  private final BlockingDeque<ModuleContext> idle = new LinkedBlockingDeque<>(MOST_IDLE);

  GraalCode(GraalAdapter adapter, Source source) {
    this.adapter = adapter;
    this.source = source;
  }

  @Override
  public String engine() {
    return GraalAdapter.NAME;
  }

  @Override
  public GuestInstance instantiate(Imports imports, String memoryExport) throws GuestFailure {
    HostCalls calls = new HostCalls();
    try {
      ModuleContext context = take();
      try {
        Value exports = context.instantiate(new ImportObject(imports, calls), memoryExport);
        return new GraalInstance(adapter, context, this, exports, calls);
      } catch (RuntimeException | Error e) {
        context.close();
        throw e;
      }
    } catch (PolyglotException e) {
      throw Failures.atInstantiation(e, calls);
    }
  }

  private ModuleContext take() {
    ModuleContext context = idle.pollFirst();
    return context == null ? ModuleContext.open(adapter, source) : context;
  }

  /** Takes back a Context in which nothing runs or is left to do. */
  void release(ModuleContext context) {
    if (!idle.offerFirst(context)) {
      context.close();
    }
  }

  /** How many Contexts wait for their next instance. */
  int idle() {
    return idle.size();
  }

  @Override
  public long idleBytes() {
    return MOST_IDLE * CONTEXT_BYTES;
  }
}
