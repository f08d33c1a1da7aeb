// SPDX-License-Identifier: Apache-2.0

/**
 * Endive behind the engine's vocabulary: the only package that imports {@code run.endive}. It turns
 * a module into classes, which the JVM compiles as any others: on every JVM, without flags. Called
 * by the façade only; it knows neither WASI nor any ABI.
 */
@NullMarked
package io.wasmwhisk.engine.endive;

import org.jspecify.annotations.NullMarked;
