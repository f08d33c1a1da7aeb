// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import io.wasmwhisk.engine.runtime.GuestInstance;
import java.util.concurrent.Future;
import org.graalvm.polyglot.Context;

/**
 * A Context in which a thread can be told to pause, or to stop.
 *
 * @param context the Context
 * @param inner the engine's name for it
 * @param env who can tell it
 */
record Pausable(Context context, TruffleContext inner, TruffleInstrument.Env env) {

  /** Has the thread pause at its next safepoint; not at all when it is not in the Context. */
  void pause(Thread thread, GuestInstance.Pause pause) {
    env.submitThreadLocal(inner, new Thread[] {thread}, new PauseAction(pause));
  }

  /**
   * Has the thread throw at each safepoint of the Context, now or whenever it enters it, until the
   * future is cancelled. Does not wait, unlike the cancellation of a Context.
   */
  Future<?> stop(Thread thread) {
    return env.submitThreadLocal(inner, new Thread[] {thread}, new StopAction());
  }

  private static final class PauseAction extends ThreadLocalAction {
    private final GuestInstance.Pause pause;

    PauseAction(GuestInstance.Pause pause) {
      super(false, false);
      this.pause = pause;
    }

    @Override
    protected void perform(Access access) {
      TruffleSafepoint.setBlockedThreadInterruptible(
          access.getLocation(), GuestInstance.Pause::await, pause);
    }
  }

  private static final class StopAction extends ThreadLocalAction {
    StopAction() {
      super(true, false, true);
    }

    @Override
    protected void perform(Access access) {
      throw new Stop();
    }
  }

  /**
   * No guest can catch it. It collects no frames: the engine's own cancellation describes each of
   * them, which takes half a second where a guest has gone down 20,000 calls.
   */
  @SuppressWarnings("serial") // Never serialised: it ends in the adapter.
  private static final class Stop extends AbstractTruffleException {
    private static final long serialVersionUID = 1L;

    Stop() {
      super("stopped", null, 0, null);
    }
  }
}
