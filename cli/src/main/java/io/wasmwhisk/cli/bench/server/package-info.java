// SPDX-License-Identifier: Apache-2.0

/**
 * The servers of the benches: one of our own in a process of its own, a real OpenWhisk, or one that
 * runs already. The benches use them; they know the launcher and nothing of attacks or measures.
 */
@NullMarked
package io.wasmwhisk.cli.bench.server;

import org.jspecify.annotations.NullMarked;
