// SPDX-License-Identifier: Apache-2.0

/**
 * What the plugin tells an operator: metrics by OpenWhisk's {@code MetricEmitter}, and log lines
 * about activations that were ended. Called by the SPI door, with values that the engine and {@code
 * io.wasmwhisk.invoker} return; nothing calls it from there. Must not decide anything.
 */
@NullMarked
package org.apache.openwhisk.core.containerpool.wasm.metrics;

import org.jspecify.annotations.NullMarked;
