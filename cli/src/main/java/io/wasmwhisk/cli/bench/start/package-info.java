// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench start}: what a user waits for the command's own start, and a server's.
 * Called by the subcommand; it knows the launcher, and what is started only from outside.
 */
@NullMarked
package io.wasmwhisk.cli.bench.start;

import org.jspecify.annotations.NullMarked;
