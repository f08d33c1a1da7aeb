// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench restart}: code that was run before the process was started again, with its
 * classes kept, beside code never seen before. Called by the subcommand; it knows contenders and no
 * command line.
 */
@NullMarked
package io.wasmwhisk.cli.bench.restart;

import org.jspecify.annotations.NullMarked;
