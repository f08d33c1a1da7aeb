// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.instrumentation.ContextsListener;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.nodes.LanguageInfo;
import java.util.Objects;
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

  /** The Context that the calling thread has made last. */
  TruffleContext newest() {
    TruffleContext inner = Objects.requireNonNull(newest.get());
    newest.remove();
    return inner;
  }

  /**
   * The Context as one that can be told to pause.
   *
   * @param thread the one that will be in it
   */
  Pausable pausable(LoadedContext loaded, Thread thread) {
    return new Pausable(loaded.context(), loaded.inner(), thread, env);
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
