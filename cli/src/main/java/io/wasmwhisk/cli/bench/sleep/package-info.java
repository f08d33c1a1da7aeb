// SPDX-License-Identifier: Apache-2.0

/**
 * Activations that sleep, many at once: {@code sleep} of {@code actions/c}, begun without waiting,
 * and what can be said for sure of each by its own clock and its record. Benches that want a server
 * full of running instances call it.
 */
@NullMarked
package io.wasmwhisk.cli.bench.sleep;

import org.jspecify.annotations.NullMarked;
