// SPDX-License-Identifier: Apache-2.0

/**
 * The logs of activations on their way to OpenWhisk: kept between the end of a run and their
 * collection, given in the form that its log stores read. Called by the SPI door, with the lines
 * that {@code io.wasmwhisk.invoker} returns. Must not know containers nor what ran in them.
 */
@NullMarked
package org.apache.openwhisk.core.containerpool.wasm.logs;

import org.jspecify.annotations.NullMarked;
