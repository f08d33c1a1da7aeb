// SPDX-License-Identifier: Apache-2.0

/**
 * HTTP as guests import it: {@code wasi_experimental_http} (the crate and npm package {@code
 * wasi-experimental-http}) and WoW's {@code http.get}. Called by the façade and by {@code abi},
 * which asks for types; must not open a connection itself.
 */
@NullMarked
package io.wasmwhisk.engine.http.guest;

import org.jspecify.annotations.NullMarked;
