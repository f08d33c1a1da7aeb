// SPDX-License-Identifier: Apache-2.0

/**
 * The evaluation programs of WoW and of the thesis on it as subcommands of {@code wasmwhisk bench}:
 * each reads its options, has the server that they name, and turns what the room beside it found
 * into a table, files and an exit code. Called by {@code bench}; it measures nothing itself.
 */
@NullMarked
package io.wasmwhisk.cli.bench.evaluation;

import org.jspecify.annotations.NullMarked;
