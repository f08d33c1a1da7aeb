// SPDX-License-Identifier: Apache-2.0

/**
 * Who runs the same work in the same run, so that a figure has one beside it: engines of ours in
 * this process, and peers in theirs. Each understands the same requests and checks every output.
 * Called by {@code bench guests} and {@code bench cpu}; it knows neither tables nor command lines.
 */
@NullMarked
package io.wasmwhisk.cli.bench.contender;

import org.jspecify.annotations.NullMarked;
