// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench guests}: what an instance of real toolchains' guests costs, beside peers
 * in the same run. Called by the subcommand; it knows neither command lines nor servers.
 */
@NullMarked
package io.wasmwhisk.cli.bench.guests;

import org.jspecify.annotations.NullMarked;
