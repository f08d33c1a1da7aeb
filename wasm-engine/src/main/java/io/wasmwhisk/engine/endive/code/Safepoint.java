// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive.code;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What compiled guest code calls at each call and at each turn of a loop, in place of Endive's look
 * at the thread's interruption: a guest can be told to pause here as well. Public, since the
 * classes of guests are in loaders of their own.
 */
public final class Safepoint {
  /** How many guests are to pause or to end, and have not; nobody looks further at none. */
  @SuppressWarnings({"unused", "FieldMayBeFinal"}) // by ASKED
  private static int asked;

  private static final VarHandle ASKED = asked();

  private static final ThreadLocal<@Nullable Guest> RUNNING = new ThreadLocal<>();

  /** Who runs on a thread. */
  @FunctionalInterface
  public interface Guest {
    /** Pauses or ends, if it was told to. */
    void obey();
  }

  private Safepoint() {}

  private static VarHandle asked() {
    try {
      return MethodHandles.lookup().findStaticVarHandle(Safepoint.class, "asked", int.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the class has no such field", e);
    }
  }

  /** Pauses or ends the guest of this thread, if it was told to: at each turn of a loop. */
  public static void poll() {
    if ((int) ASKED.getVolatile() != 0) {
      obey();
    }
  }

  /**
   * The same, before a call. The JVM may look only once for several of these, up to a call that it
   * has not inlined: whoever recurses comes to such calls again and again. So it need not read
   * again what the guest's memory and size are.
   */
  public static void pollAtCall() {
    if (asked != 0) {
      obey();
    }
  }

  private static void obey() {
    Guest running = RUNNING.get();
    if (running != null) {
      running.obey();
    }
  }

  /** The guest that runs on this thread from now on; null when there is none. */
  public static void running(@Nullable Guest instance) {
    if (instance == null) {
      RUNNING.remove();
    } else {
      RUNNING.set(instance);
    }
  }

  /** One more guest is to pause, or to end. */
  public static void ask() {
    var unused = (int) ASKED.getAndAdd(1);
  }

  /** One of them pauses, or is no more. */
  public static void answered() {
    var unused = (int) ASKED.getAndAdd(-1);
  }
}
