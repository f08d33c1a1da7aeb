// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** An instance in a Context of its own. */
final class GraalInstance implements GuestInstance {
  private final GraalAdapter adapter;
  private final Pausable pausable;
  private final Context context;
  private final Value exports;
  private final AtomicBoolean ended = new AtomicBoolean();

  GraalInstance(GraalAdapter adapter, Pausable pausable, Value exports) {
    this.adapter = adapter;
    this.pausable = pausable;
    this.context = pausable.context();
    this.exports = exports;
  }

  /** A question to the instance, which an interruption from another thread may cut off. */
  @FunctionalInterface
  private interface Question<T> {
    T ask();
  }

  private <T> T ask(Question<T> question) throws GuestFailure {
    try {
      return question.ask();
    } catch (PolyglotException e) {
      throw Failures.of(e);
    } catch (IllegalStateException e) {
      throw interruptedBeforeEntry(e);
    }
  }

  /** A Context that was closed before the guest's thread entered it refuses to be entered. */
  private GuestFailure interruptedBeforeEntry(IllegalStateException e) {
    if (ended.get()) {
      return new GuestFailure.Interrupted();
    }
    throw e;
  }

  @Override
  public boolean hasFunction(String name) throws GuestFailure {
    return ask(() -> exports.hasMember(name) && exports.getMember(name).canExecute());
  }

  @Override
  public void call(String name) throws GuestFailure {
    ask(() -> exports.getMember(name).execute());
  }

  @Override
  public void interrupt() {
    if (ended.compareAndSet(false, true)) {
      adapter.cancel(context);
    }
  }

  @Override
  public void pause(Pause pause) {
    if (!ended.get()) {
      pausable.pause(pause);
    }
  }

  @Override
  public void close() {
    if (ended.compareAndSet(false, true)) {
      context.close(true);
    }
  }
}
