// SPDX-License-Identifier: Apache-2.0

/**
 * What can be said of a start before it happens: whether this JVM and this class path can run the
 * engine, what keeps it from compiling guest code, and the one exception by which a start ends; and
 * what a host may tell the plugin beside what OpenWhisk does. Called by the provider that {@code
 * SpiLoader} loads, before any other class of the plugin; so it is compiled for Java 11 and must
 * not know OpenWhisk, the engine, or a library.
 */
@NullMarked
package io.wasmwhisk.start;

import org.jspecify.annotations.NullMarked;
