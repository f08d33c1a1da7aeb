// SPDX-License-Identifier: Apache-2.0

/**
 * Engines of ours in this process, each with a work compiled. Called by the benches; it knows no
 * peers.
 */
@NullMarked
package io.wasmwhisk.cli.bench.contender.own;

import org.jspecify.annotations.NullMarked;
