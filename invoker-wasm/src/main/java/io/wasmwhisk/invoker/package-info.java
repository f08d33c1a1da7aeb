// SPDX-License-Identifier: Apache-2.0

/**
 * An action as plain Java values: code in, activation in, response and log lines out, and the
 * settings of {@code whisk.wasm}. Called by the SPI door ({@code
 * org.apache.openwhisk.core.containerpool.wasm}); calls the engine's façade; must not know Scala,
 * Akka or OpenWhisk's classes.
 */
@NullMarked
package io.wasmwhisk.invoker;

import org.jspecify.annotations.NullMarked;
