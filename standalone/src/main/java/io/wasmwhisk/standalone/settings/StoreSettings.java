// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.settings;

/**
 * How many activations are remembered; the oldest are forgotten first.
 *
 * @param maxActivations records
 * @param maxActivationBytes of results and logs, roughly
 */
public record StoreSettings(int maxActivations, long maxActivationBytes) {}
