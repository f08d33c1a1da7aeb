// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench attack}: runs every attack against a server whose other actions are under
 * load, and judges each. Called by the subcommand; it knows no command line.
 */
@NullMarked
package io.wasmwhisk.cli.bench;

import org.jspecify.annotations.NullMarked;
