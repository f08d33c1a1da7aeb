// SPDX-License-Identifier: Apache-2.0

/**
 * Compiled things by the SHA-256 of their bytes: each is compiled once, however many ask at the
 * same time, and the least used leave when their sum passes a bound. Called by the façade.
 */
@NullMarked
package io.wasmwhisk.engine.cache;

import org.jspecify.annotations.NullMarked;
