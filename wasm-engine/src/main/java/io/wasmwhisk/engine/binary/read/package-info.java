// SPDX-License-Identifier: Apache-2.0

/**
 * Reads binary modules (core specification, chapter 5) in one pass, linear in their size, never
 * trusting a declared length or count. The engine's façade calls {@link
 * io.wasmwhisk.engine.binary.read.ModuleReader}; {@code binary.rewrite} works on the positions
 * found here. It may know only the values of {@code binary}.
 */
@NullMarked
package io.wasmwhisk.engine.binary.read;

import org.jspecify.annotations.NullMarked;
