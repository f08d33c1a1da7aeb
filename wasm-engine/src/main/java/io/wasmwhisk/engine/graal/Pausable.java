// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import io.wasmwhisk.engine.runtime.GuestInstance;
import org.graalvm.polyglot.Context;

/**
 * A Context whose thread can be told to pause.
 *
 * @param context the Context
 * @param inner the engine's name for it
 * @param thread the one thread that calls into it
 * @param env who can tell it
 */
record Pausable(Context context, TruffleContext inner, Thread thread, TruffleInstrument.Env env) {

  /** Has the thread pause at its next safepoint; not at all when it is not in the Context. */
  void pause(GuestInstance.Pause pause) {
    env.submitThreadLocal(inner, new Thread[] {thread}, new PauseAction(pause));
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
}
