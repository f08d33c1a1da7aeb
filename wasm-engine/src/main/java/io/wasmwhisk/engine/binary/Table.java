// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

/**
 * A table (core specification, 2.3.9).
 *
 * @param elementType reference type in the text format's words, {@code funcref} for instance
 * @param limits in elements
 */
public record Table(String elementType, Limits limits) {}
