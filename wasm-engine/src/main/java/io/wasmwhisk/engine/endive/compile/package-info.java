// SPDX-License-Identifier: Apache-2.0

/**
 * From a module to classes: Endive's compiler, what we write into what it makes, and what the JVM
 * does not take ({@link io.wasmwhisk.engine.endive.compile.MethodCompiler}). Knows nothing of
 * instances.
 */
@NullMarked
package io.wasmwhisk.engine.endive.compile;

import org.jspecify.annotations.NullMarked;
