// SPDX-License-Identifier: Apache-2.0

/**
 * {@code wasmwhisk bench all}: the other benches one after the other, each as a process of its own,
 * and what their files say of the targets. Called by the subcommand; of the others it knows their
 * command lines and their files.
 */
@NullMarked
package io.wasmwhisk.cli.bench.whole;

import org.jspecify.annotations.NullMarked;
