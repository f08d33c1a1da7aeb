// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.run;

import java.time.Duration;

/**
 * Where the time of a guest went.
 *
 * @param waited wall time until it was started, or until its end where it never was
 * @param instantiation wall time until its instance was made; zero where none was
 * @param cpu processor time that it used
 */
public record Spent(Duration waited, Duration instantiation, Duration cpu) {
  /** A guest that ended before anything was done for it. */
  public static final Spent NOTHING = new Spent(Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
