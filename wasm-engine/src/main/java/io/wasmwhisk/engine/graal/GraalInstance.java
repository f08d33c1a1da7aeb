// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import java.util.concurrent.Future;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * An instance that has a Context to itself. When its guest returned or exited, another instance may
 * be made there; after any other end, the Context is closed with it.
 */
final class GraalInstance implements GuestInstance {
  private final GraalAdapter adapter;
  private final ModuleContext context;
  private final GraalCode code;
  private final Value exports;
  private final HostCalls calls;
  private volatile Thread owner = Thread.currentThread();
  private volatile @Nullable Future<?> stop;
  private boolean closed;

  /** Nothing has ended the guest but itself. */
  private boolean unharmed = true;

  GraalInstance(
      GraalAdapter adapter, ModuleContext context, GraalCode code, Value exports, HostCalls calls) {
    this.adapter = adapter;
    this.context = context;
    this.code = code;
    this.exports = exports;
    this.calls = calls;
  }

  /** The engine knows only threads that were in the Context: no other can be told to stop. */
  @Override
  public void adopt() {
    Thread adopter = Thread.currentThread();
    if (adopter != owner) {
      context.context().enter();
      context.context().leave();
      owner = adopter;
    }
  }

  /** A question to the instance, which an interruption from another thread may cut off. */
  @FunctionalInterface
  private interface Question<T> {
    T ask();
  }

  private <T> T ask(Question<T> question) throws GuestFailure {
    if (stop != null) {
      throw new GuestFailure.Interrupted();
    }
    unharmed = false;
    try {
      T answer = question.ask();
      unharmed = true;
      return answer;
    } catch (PolyglotException e) {
      throw stop == null ? failure(e) : new GuestFailure.Interrupted();
    } catch (IllegalStateException e) {
      throw interruptedBeforeEntry(e);
    }
  }

  private GuestFailure failure(PolyglotException e) {
    GuestFailure failure = Failures.of(e, calls);
    unharmed = failure instanceof GuestFailure.Exit;
    return failure;
  }

  /** A Context that was closed before the guest's thread entered it refuses to be entered. */
  private GuestFailure interruptedBeforeEntry(IllegalStateException e) {
    if (stop != null) {
      return new GuestFailure.Interrupted();
    }
    throw e;
  }

  @Override
  public boolean hasFunction(String name) throws GuestFailure {
    return ask(() -> exports.canInvokeMember(name));
  }

  @Override
  public void call(String name) throws GuestFailure {
    ask(() -> exports.invokeMember(name));
  }

  /** The thread is another guest's once this one is closed, so both exclude each other. */
  @Override
  public synchronized void interrupt() {
    if (closed) {
      return;
    }
    if (stop == null) {
      stop = context.pausable().stop(owner);
      owner.interrupt();
    } else {
      adapter.cancel(context.context());
    }
  }

  @Override
  public synchronized void pause(Pause pause) {
    if (!closed && stop == null) {
      context.pausable().pause(owner, pause);
    }
  }

  @Override
  public void close() {
    if (!markClosed()) {
      return;
    }
    if (unharmed && stop == null) {
      code.release(context);
    } else {
      context.close();
    }
  }

  /** Nobody can stop or pause it from then on. */
  private synchronized boolean markClosed() {
    boolean first = !closed;
    closed = true;
    if (stop != null) {
      stop.cancel(false);
    }
    return first;
  }
}
