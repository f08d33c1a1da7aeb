// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench churn}: the same rate of calls, spread over more and more functions, of
 * which the server cannot keep all warm (Shillaker's experiment). Called by the subcommand; it
 * knows the REST client, the server's process, and no command line.
 */
@NullMarked
package io.wasmwhisk.cli.bench.churn;

import org.jspecify.annotations.NullMarked;
