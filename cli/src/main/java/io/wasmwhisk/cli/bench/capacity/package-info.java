// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench capacity}: how many activations can sleep at once, each proven to have
 * slept. Called by the subcommand; it knows the REST client, the server's process, and no command
 * line.
 */
@NullMarked
package io.wasmwhisk.cli.bench.capacity;

import org.jspecify.annotations.NullMarked;
