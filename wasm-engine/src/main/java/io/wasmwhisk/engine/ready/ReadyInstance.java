// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.ready;

import io.wasmwhisk.engine.runtime.GuestInstance;

/**
 * An instance that nothing has run in.
 *
 * @param instance the instance
 * @param imports what it was made with
 */
record ReadyInstance(GuestInstance instance, LateImports imports) implements AutoCloseable {
  @Override
  public void close() {
    instance.close();
  }
}
