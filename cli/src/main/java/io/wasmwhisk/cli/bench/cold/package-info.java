// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench cold}: WoW's and the thesis's program of cold starts, calls of distinct
 * new actions at once. Called by the subcommand; it knows calls and workloads and no command line.
 */
@NullMarked
package io.wasmwhisk.cli.bench.cold;

import org.jspecify.annotations.NullMarked;
