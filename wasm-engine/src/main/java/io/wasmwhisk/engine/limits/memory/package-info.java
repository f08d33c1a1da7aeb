// SPDX-License-Identifier: Apache-2.0

/**
 * The heap that guests take: one budget for all of them, one account for each activation, and the
 * queue of those that wait for memory to begin with. Called by whatever makes the host hold
 * something for a guest, before it does; knows neither guests nor engines.
 */
@NullMarked
package io.wasmwhisk.engine.limits.memory;

import org.jspecify.annotations.NullMarked;
