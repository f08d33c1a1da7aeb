// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits.memory;

/**
 * How much of a {@link MemoryBudget} is in use. Read without a lock: the figures are each right,
 * though not of the same instant.
 *
 * @param total bytes that all guests may take together
 * @param used bytes taken now
 * @param peak most bytes that were ever taken
 * @param refusals how often there were no bytes for someone
 * @param owners owners with an activation now
 * @param waiting activations that wait for memory to begin with
 */
public record MemoryUse(long total, long used, long peak, long refusals, int owners, int waiting) {}
