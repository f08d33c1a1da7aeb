// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import com.oracle.truffle.api.instrumentation.TruffleInstrument;

/**
 * Our foot in the engine's door: instruments may have a guest's thread do something at its next
 * safepoint, the Polyglot API cannot. It instruments no code, so guests run as fast as without it.
 */
final class SafepointInstrument extends TruffleInstrument {
  static final String ID = "wasmwhisk-safepoints";

  @Override
  protected void onCreate(Env env) {
    Safepoints safepoints = new Safepoints(env);
    env.getInstrumenter().attachContextsListener(safepoints, false);
    env.registerService(safepoints);
  }
}
