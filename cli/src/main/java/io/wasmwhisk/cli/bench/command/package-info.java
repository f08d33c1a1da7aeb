// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench} and its subcommands: each reads its options, starts the server that it
 * wants, and turns what the room beside it found into an exit code. Called by the command; it
 * measures nothing itself.
 */
@NullMarked
package io.wasmwhisk.cli.bench.command;

import org.jspecify.annotations.NullMarked;
