// SPDX-License-Identifier: Apache-2.0

/**
 * What is worth keeping between two starts of a JVM, as files: bounded, and authenticated, since
 * what comes back is run. Called by adapters; knows nothing of what the bytes mean.
 */
@NullMarked
package io.wasmwhisk.engine.store;

import org.jspecify.annotations.NullMarked;
