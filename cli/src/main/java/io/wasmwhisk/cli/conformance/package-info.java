// SPDX-License-Identifier: Apache-2.0

/**
 * The wasi-testsuite (WebAssembly/wasi-testsuite, {@code doc/specification.md}) run by our own
 * engine: which tests a checkout holds, what each expects, and whether it got that. Used by the
 * subcommand; it does not know where the checkout comes from.
 */
@NullMarked
package io.wasmwhisk.cli.conformance;

import org.jspecify.annotations.NullMarked;
