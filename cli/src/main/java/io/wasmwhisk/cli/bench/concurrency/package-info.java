// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench concurrency}: WoW's closed loop with one call more in flight every few
 * seconds. Called by the subcommand; it knows calls and workloads and no command line.
 */
@NullMarked
package io.wasmwhisk.cli.bench.concurrency;

import org.jspecify.annotations.NullMarked;
