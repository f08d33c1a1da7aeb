// SPDX-License-Identifier: Apache-2.0

/**
 * What a WebAssembly binary module is (core specification, chapter 5 "Binary Format"), as values:
 * its imports, exports, limits and features, and the words for bytes that are none. The engine's
 * façade and the command line read these values; they come from {@code binary.read}. Nothing here
 * may know an engine, a host function or any other room.
 */
@NullMarked
package io.wasmwhisk.engine.binary;

import org.jspecify.annotations.NullMarked;
