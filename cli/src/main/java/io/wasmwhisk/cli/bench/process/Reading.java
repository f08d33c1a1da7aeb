// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.process;

/**
 * A process at one moment.
 *
 * @param nanos by {@link System#nanoTime}
 * @param resident bytes in memory
 * @param heap bytes of heap in use, with what no collection has taken away yet
 * @param threads of the platform
 * @param cpuNanos processor time since the process began
 */
public record Reading(long nanos, long resident, long heap, int threads, long cpuNanos) {}
