// SPDX-License-Identifier: Apache-2.0

/**
 * The neighbours: well-behaved actions that are called at a steady rate the whole time, and whose
 * every answer and record is checked. The bench starts them and reads their calls; they know
 * nothing of attacks.
 */
@NullMarked
package io.wasmwhisk.cli.bench.load;

import org.jspecify.annotations.NullMarked;
