// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench density}: what actions, idle containers and running instances take of a
 * server's memory. Called by the subcommand; it knows the REST client, the server's process, and no
 * command line.
 */
@NullMarked
package io.wasmwhisk.cli.bench.density;

import org.jspecify.annotations.NullMarked;
