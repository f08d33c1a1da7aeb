// SPDX-License-Identifier: Apache-2.0

/**
 * WASI preview 1 as functions for any engine. Guest ABIs make one {@link
 * io.wasmwhisk.engine.wasi.WasiPreview1} per activation from its settings and hand it to the engine
 * as imports. The calls themselves are in the packages below, by group; nothing here may know an
 * engine.
 */
@NullMarked
package io.wasmwhisk.engine.wasi;

import org.jspecify.annotations.NullMarked;
