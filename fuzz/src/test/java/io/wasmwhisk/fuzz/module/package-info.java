// SPDX-License-Identifier: Apache-2.0

/** Targets that take a module: reader and rewriter, validation, behaviour, whole activations. */
@NullMarked
package io.wasmwhisk.fuzz.module;

import org.jspecify.annotations.NullMarked;
