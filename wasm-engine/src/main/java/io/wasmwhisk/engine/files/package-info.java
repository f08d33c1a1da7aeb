// SPDX-License-Identifier: Apache-2.0

/**
 * What one activation holds open: a bounded table of descriptors over standard streams, files and
 * granted directories. Whoever starts an activation fills the table, guest interfaces such as WASI
 * work on it, and closing it gives everything back. Nothing here may know a guest, its memory, or
 * how an interface numbers its errors.
 */
@NullMarked
package io.wasmwhisk.engine.files;

import org.jspecify.annotations.NullMarked;
