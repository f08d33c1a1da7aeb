// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.ready;

/**
 * What was made ahead.
 *
 * @param instances those there are now
 * @param made how many were made since the start
 * @param taken how many of them served an activation
 */
public record ReadyUse(long instances, long made, long taken) {}
