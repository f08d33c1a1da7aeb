// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench floor}: calls of {@code hello} beside calls of a container that does
 * nothing, on one OpenWhisk in one run, and what the one costs above the other. Called by the
 * subcommand; it knows the REST client and no command line.
 */
@NullMarked
package io.wasmwhisk.cli.bench.floor;

import org.jspecify.annotations.NullMarked;
