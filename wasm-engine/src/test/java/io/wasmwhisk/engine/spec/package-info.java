// SPDX-License-Identifier: Apache-2.0

/**
 * The specification's own tests (github.com/WebAssembly/testsuite) through our reader, our rewriter
 * and each engine's adapter. What a script asks of a module becomes functions of that module, since
 * a guest of ours is called without parameters and results; it knows no engine's library.
 */
@NullMarked
package io.wasmwhisk.engine.spec;

import org.jspecify.annotations.NullMarked;
