// SPDX-License-Identifier: Apache-2.0

/**
 * Calls of an OpenWhisk and what became of them: actions that are deployed for a bench, one call
 * with its activation record, many at once, closed loops, and the statistics of all. Called by the
 * evaluation programs; it knows the REST client, and not what a figure may be.
 */
@NullMarked
package io.wasmwhisk.cli.bench.call;

import org.jspecify.annotations.NullMarked;
