// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import java.util.Optional;

/**
 * A call that is over.
 *
 * @param role whose
 * @param nanos from its appointed time, not from when it was sent: who is late at the door waits,
 *     too
 * @param end how
 * @param complaint what was wrong
 */
record SoakCall(String role, long nanos, End end, Optional<String> complaint) {
  /** What a client got. */
  enum End {
    /** What it should. */
    RIGHT,
    /** An answer that is not the one to this call. */
    WRONG,
    /** No answer, or none in time. */
    LOST
  }
}
