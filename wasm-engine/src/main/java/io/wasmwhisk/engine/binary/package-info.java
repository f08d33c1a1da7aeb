// SPDX-License-Identifier: Apache-2.0

/**
 * Reads and rewrites WebAssembly binary modules (core specification, chapter 5 "Binary Format"),
 * hardened against hostile bytes. The engine's façade calls it before an engine adapter sees a
 * module; nothing here may know an engine, a host function or any other room.
 */
@NullMarked
package io.wasmwhisk.engine.binary;

import org.jspecify.annotations.NullMarked;
