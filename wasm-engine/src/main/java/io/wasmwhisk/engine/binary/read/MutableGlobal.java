// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

/**
 * A global that a module defines and may change (core specification, 5.5.9).
 *
 * @param index its global index
 * @param type its value type, as the text format writes it
 * @param valueStart offset of the expression that gives its first value
 * @param valueEnd offset after that expression's end
 */
public record MutableGlobal(int index, String type, int valueStart, int valueEnd) {}
