// SPDX-License-Identifier: Apache-2.0

/**
 * The {@code wasmwhisk} command: one class for each subcommand, which reads its options, calls the
 * engine's façade, the standalone server or an OpenWhisk, and turns the answer into output and an
 * {@link io.wasmwhisk.cli.exit.ExitCode}. Started by the launcher {@code ./wasmwhisk}; it knows no
 * engine adapter and nothing of the plugin.
 */
@NullMarked
package io.wasmwhisk.cli;

import org.jspecify.annotations.NullMarked;
