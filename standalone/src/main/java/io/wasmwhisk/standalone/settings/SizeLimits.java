// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.settings;

/**
 * Sizes in bytes.
 *
 * @param exec of an action's code ({@code whisk.exec-size-limit})
 * @param parameters of an action's parameters, and of its annotations ({@code
 *     whisk.parameter-size-limit})
 * @param payload of an activation's arguments and of its result ({@code
 *     whisk.activation.payload.max})
 * @param truncation what is kept of a result beyond {@code payload} ({@code
 *     whisk.activation.payload.truncation})
 */
public record SizeLimits(long exec, long parameters, long payload, long truncation) {}
