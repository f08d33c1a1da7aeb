// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench mixed}: WoW's batches of calls of which some compute and the others wait,
 * in the thesis's proportions. Called by the subcommand; it knows calls and workloads and no
 * command line.
 */
@NullMarked
package io.wasmwhisk.cli.bench.mixed;

import org.jspecify.annotations.NullMarked;
