// SPDX-License-Identifier: Apache-2.0

/**
 * Floods of greedy guests in a small JVM of their own. The test starts the program; the program
 * knows the engine's façade only.
 */
@NullMarked
package io.wasmwhisk.engine.flood;

import org.jspecify.annotations.NullMarked;
