// SPDX-License-Identifier: Apache-2.0

/**
 * What the evaluation programs call: actions with parameters and the answers that they must give,
 * in the languages of the kinds that a server has. Called by the benches that call servers; it
 * knows where guests lie, and no server.
 */
@NullMarked
package io.wasmwhisk.cli.bench.workload;

import org.jspecify.annotations.NullMarked;
