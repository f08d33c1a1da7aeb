// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import com.oracle.truffle.api.TruffleContext;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * A Context that a module was loaded into and that no guest has run in.
 *
 * @param context the Context
 * @param inner the engine's name for it
 * @param module the module, from which instances are made
 */
record LoadedContext(Context context, TruffleContext inner, Value module) {
  void close() {
    context.close(true);
  }
}
