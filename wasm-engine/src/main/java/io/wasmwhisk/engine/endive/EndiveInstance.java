// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import io.wasmwhisk.engine.endive.code.Safepoint;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmInterruptedException;

/** An instance, stopped by an interruption of its thread, which it sees at a {@link Safepoint}. */
final class EndiveInstance implements GuestInstance, Safepoint.Guest {
  private static final long[] NOTHING = {};

  private final Instance instance;
  private final Set<String> functions;
  private volatile Thread owner = Thread.currentThread();
  private volatile boolean stopped;
  private boolean closed;

  /** What it is to do at its next safepoint. */
  private volatile @Nullable Pause asked;

  EndiveInstance(Instance instance, Set<String> functions) {
    this.instance = instance;
    this.functions = functions;
  }

  @Override
  public void adopt() {
    owner = Thread.currentThread();
  }

  @Override
  public boolean hasFunction(String name) throws GuestFailure {
    throwIfStopped();
    return functions.contains(name);
  }

  @Override
  public void call(String name) throws GuestFailure {
    throwIfStopped();
    Safepoint.running(this);
    try {
      instance.export(name).apply(NOTHING);
    } catch (StackOverflowError e) {
      throw new GuestFailure.StackExhausted();
    } catch (OutOfMemoryError e) {
      throw new GuestFailure.OutOfMemory();
    } catch (LinkageError e) {
      throw Failures.of(e);
    } catch (RuntimeException e) {
      throw stopped ? new GuestFailure.Interrupted() : Failures.of(e);
    } finally {
      Safepoint.running(null);
    }
  }

  private void throwIfStopped() throws GuestFailure {
    if (stopped) {
      throw new GuestFailure.Interrupted();
    }
  }

  /** The thread is another guest's once this one is closed, so both exclude each other. */
  @Override
  public synchronized void interrupt() {
    if (closed) {
      return;
    }
    if (!stopped) {
      stopped = true;
      Safepoint.ask();
    }
    owner.interrupt();
  }

  @Override
  public synchronized void pause(Pause pause) {
    if (!closed && !stopped) {
      forgetPause();
      asked = pause;
      Safepoint.ask();
    }
  }

  /** Pauses or ends, if it was told to: on the guest's thread, at a safepoint. */
  @Override
  public void obey() {
    Pause pause = asked == null ? null : forgetPause();
    while (pause != null && !stopped) {
      try {
        pause.await();
        pause = null;
      } catch (InterruptedException e) {
        // The one that it was stopped by, or one that was meant for the host.
      }
    }
    if (stopped) {
      throw new WasmInterruptedException("interrupted");
    }
  }

  private synchronized @Nullable Pause forgetPause() {
    Pause forgotten = asked;
    if (forgotten != null) {
      asked = null;
      Safepoint.answered();
    }
    return forgotten;
  }

  @Override
  public synchronized void close() {
    if (stopped && !closed) {
      Safepoint.answered();
    }
    closed = true;
    forgetPause();
  }
}
