// SPDX-License-Identifier: Apache-2.0

/**
 * What can be seen of a server's process from outside while it works: its heap by class, threads,
 * descriptors and memory. Benches that ask whether something grows or stays call it; it knows
 * nothing of ours, neither what the server runs nor what a figure may be.
 */
@NullMarked
package io.wasmwhisk.cli.bench.process;

import org.jspecify.annotations.NullMarked;
