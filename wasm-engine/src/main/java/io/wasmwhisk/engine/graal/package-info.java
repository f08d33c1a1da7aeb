// SPDX-License-Identifier: Apache-2.0

/**
 * GraalWasm behind the engine's vocabulary: the only package that imports {@code org.graalvm}. One
 * Polyglot {@code Engine} for the JVM shares machine code between all instances; each instance has
 * a {@code Context} to itself while it runs, so that killing one guest cannot touch another. Called
 * by the façade only; it knows neither WASI nor any ABI.
 */
@NullMarked
package io.wasmwhisk.engine.graal;

import org.jspecify.annotations.NullMarked;
