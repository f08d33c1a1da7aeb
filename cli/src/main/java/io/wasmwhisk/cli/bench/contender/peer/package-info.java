// SPDX-License-Identifier: Apache-2.0

/**
 * Other runtimes: which of them this machine has, embedded in a process that answers requests, or
 * as a process for each call. Called by the benches; it knows no engine of ours.
 */
@NullMarked
package io.wasmwhisk.cli.bench.contender.peer;

import org.jspecify.annotations.NullMarked;
