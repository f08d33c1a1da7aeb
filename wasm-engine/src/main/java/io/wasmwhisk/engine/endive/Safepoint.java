// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What compiled guest code calls at each call and at each turn of a loop, in place of Endive's look
 * at the thread's interruption: a guest can be told to pause here as well. Public, since the
 * classes of guests are in loaders of their own.
 */
public final class Safepoint {
  /** How many guests are to pause or to end, and have not; nobody looks further at none. */
  private static final AtomicInteger ASKED = new AtomicInteger();

  private static final ThreadLocal<@Nullable EndiveInstance> RUNNING = new ThreadLocal<>();

  private Safepoint() {}

  /** Pauses or ends the guest of this thread, if it was told to. */
  public static void poll() {
    if (ASKED.get() != 0) {
      obey();
    }
  }

  private static void obey() {
    EndiveInstance running = RUNNING.get();
    if (running != null) {
      running.obey();
    }
  }

  /** The guest that runs on this thread from now on; null when there is none. */
  static void running(@Nullable EndiveInstance instance) {
    if (instance == null) {
      RUNNING.remove();
    } else {
      RUNNING.set(instance);
    }
  }

  /** One more guest is to pause, or to end. */
  static void ask() {
    ASKED.incrementAndGet();
  }

  /** One of them pauses, or is no more. */
  static void answered() {
    ASKED.decrementAndGet();
  }
}
