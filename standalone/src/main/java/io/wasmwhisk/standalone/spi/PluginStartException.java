// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.spi;

/**
 * A class that {@code whisk.spi} names could not be loaded, or did not start. The message is its
 * own, for whoever set it.
 */
public final class PluginStartException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  PluginStartException(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
