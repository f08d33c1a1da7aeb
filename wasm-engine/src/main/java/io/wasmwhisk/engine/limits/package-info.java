// SPDX-License-Identifier: Apache-2.0

/**
 * What a guest may use at most: time and output. Called by the façade and the ABIs; knows neither
 * the guest nor the engine.
 */
@NullMarked
package io.wasmwhisk.engine.limits;

import org.jspecify.annotations.NullMarked;
