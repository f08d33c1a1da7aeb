// SPDX-License-Identifier: Apache-2.0

/**
 * Rewrites modules so that a host can bound and drive them: memory growth, size maxima, start
 * function, memory export. The engine's façade calls it between reading and compiling. It may know
 * only {@code binary} and {@code binary.read}.
 */
@NullMarked
package io.wasmwhisk.engine.binary.rewrite;

import org.jspecify.annotations.NullMarked;
