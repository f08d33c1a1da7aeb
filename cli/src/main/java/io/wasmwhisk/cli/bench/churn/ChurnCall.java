// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.churn;

import io.wasmwhisk.cli.bench.call.Activation;

/**
 * A call that is over.
 *
 * @param appointed when it was to begin, in nanoseconds since the first one of its stage
 * @param nanos from then to its answer: who is late at the door waits, too
 * @param activation what became of it
 */
record ChurnCall(long appointed, long nanos, Activation activation) {
  boolean isRight() {
    return activation.isRight();
  }

  long ended() {
    return appointed + nanos;
  }
}
