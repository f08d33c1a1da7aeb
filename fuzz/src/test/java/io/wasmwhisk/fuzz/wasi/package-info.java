// SPDX-License-Identifier: Apache-2.0

/** Targets that make the calls of a guest: WASI on an in-memory and on a host directory. */
@NullMarked
package io.wasmwhisk.fuzz.wasi;

import org.jspecify.annotations.NullMarked;
