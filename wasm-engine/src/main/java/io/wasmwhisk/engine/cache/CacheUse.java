// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.cache;

/**
 * What a {@link ModuleCache} holds and has done. Read without a lock: the figures are each right,
 * though not of the same instant.
 *
 * @param hits how often an entry was there, or being compiled for somebody else
 * @param misses how often there was none, and a compilation began
 * @param failures compilations that failed
 * @param evictions entries that left for others
 * @param entries entries now
 * @param bytes the sum of their weights
 */
public record CacheUse(
    long hits, long misses, long failures, long evictions, long entries, long bytes) {}
