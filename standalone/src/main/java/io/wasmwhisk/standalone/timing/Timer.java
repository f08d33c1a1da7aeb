// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.timing;

import java.time.Duration;

/** Does things later. */
public interface Timer {

  /** Runs {@code task} once after {@code delay}, on any thread; it must be short. */
  Alarm after(Duration delay, Runnable task);

  /** A task that waits for its time. */
  interface Alarm {
    /** No effect when the task already ran. */
    void cancel();
  }
}
