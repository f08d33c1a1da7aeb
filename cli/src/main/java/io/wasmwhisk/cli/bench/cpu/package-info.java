// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench cpu}: programs that take the processor, from their first activation to
 * their fiftieth, beside native code and peers in the same run. Called by the subcommand; it knows
 * neither command lines nor servers.
 */
@NullMarked
package io.wasmwhisk.cli.bench.cpu;

import org.jspecify.annotations.NullMarked;
