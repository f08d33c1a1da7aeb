// SPDX-License-Identifier: Apache-2.0

/**
 * Options that several subcommands share, and the values they are written in: durations, sizes,
 * parameters, the server to call; and what the launcher tells. Used by the subcommands; it knows no
 * engine and calls no server.
 */
@NullMarked
package io.wasmwhisk.cli.options;

import org.jspecify.annotations.NullMarked;
