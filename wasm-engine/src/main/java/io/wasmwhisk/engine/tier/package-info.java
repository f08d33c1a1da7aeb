// SPDX-License-Identifier: Apache-2.0

/**
 * Two engines for one module, one after the other: {@link io.wasmwhisk.engine.tier.SecondTier} has
 * a module compiled by the engine that takes longer and runs it in less time, while the other one
 * runs it. Knows neither which engines these are nor who the guests are.
 */
@NullMarked
package io.wasmwhisk.engine.tier;

import org.jspecify.annotations.NullMarked;
