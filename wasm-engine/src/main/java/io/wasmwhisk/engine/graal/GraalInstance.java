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
  private final Context context;
  private final Value exports;
  private final AtomicBoolean ended = new AtomicBoolean();

  GraalInstance(GraalAdapter adapter, Context context, Value exports) {
    this.adapter = adapter;
    this.context = context;
    this.exports = exports;
  }

  @Override
  public boolean hasFunction(String name) {
    return exports.hasMember(name) && exports.getMember(name).canExecute();
  }

  @Override
  public void call(String name) throws GuestFailure {
    try {
      exports.getMember(name).executeVoid();
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
  public int global(String name) {
    return exports.getMember(name).getMember("value").asInt();
  }

  @Override
  public void setGlobal(String name, int value) {
    exports.getMember(name).putMember("value", value);
  }

  @Override
  public void interrupt() {
    if (ended.compareAndSet(false, true)) {
      adapter.cancel(context);
    }
  }

  @Override
  public void close() {
    if (ended.compareAndSet(false, true)) {
      context.close(true);
    }
  }
}
