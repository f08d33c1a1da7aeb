// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.instrumentation.ContextsListener;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.nodes.LanguageInfo;
import java.util.Objects;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Instrument;

/** Where a thread can be stopped in the midst of guest code; the service of our instrument. */
final class Safepoints implements ContextsListener {
  private final TruffleInstrument.Env env;

  /** The engine tells of a new Context on the thread that makes it. */
  private final ThreadLocal<TruffleContext> newest = new ThreadLocal<>();

  Safepoints(TruffleInstrument.Env env) {
    this.env = env;
  }

  /** The engine's; this loads the instrument. */
  static Safepoints of(Engine engine) {
    Instrument instrument = engine.getInstruments().get(SafepointInstrument.ID);
    if (instrument == null) {
      throw new IllegalStateException(
          "GraalWasm does not find %s: META-INF/services of wasm-engine's jar was lost"
              .formatted(SafepointInstrumentProvider.class.getName()));
    }
    return Objects.requireNonNull(instrument.lookup(Safepoints.class));
  }

  /** Makes a Context that can be told to pause. */
  Pausable create(Supplier<Context> maker) {
    Context context = maker.get();
    TruffleContext inner = Objects.requireNonNull(newest.get());
    newest.remove();
    return new Pausable(context, inner, env);
  }

  @Override
  public void onContextCreated(TruffleContext context) {
    newest.set(context);
  }

  @Override
  public void onLanguageContextCreated(TruffleContext context, LanguageInfo language) {}

  @Override
  public void onLanguageContextInitialized(TruffleContext context, LanguageInfo language) {}

  @Override
  public void onLanguageContextFinalized(TruffleContext context, LanguageInfo language) {}

  @Override
  public void onLanguageContextDisposed(TruffleContext context, LanguageInfo language) {}

  @Override
  public void onContextClosed(TruffleContext context) {}
}
