// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.settings;

/**
 * How much each namespace may do, OpenWhisk's {@code whisk.config.limits-…}.
 *
 * @param invocationsPerMinute of actions
 * @param concurrentInvocations running and queued together
 * @param firesPerMinute of triggers; shown to clients only
 * @param sequenceLength of actions in a sequence; shown to clients only
 */
public record Quotas(
    int invocationsPerMinute, int concurrentInvocations, int firesPerMinute, int sequenceLength) {}
