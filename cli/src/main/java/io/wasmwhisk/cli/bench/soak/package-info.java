// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench soak}: a steady rate of calls to actions that come, change and go, some of
 * them ill-behaved, for a long time; and whether anything of the server's process grows. Called by
 * the subcommand; it knows the REST client, how a process is looked at, and no command line.
 */
@NullMarked
package io.wasmwhisk.cli.bench.soak;

import org.jspecify.annotations.NullMarked;
