// SPDX-License-Identifier: Apache-2.0

/**
 * What a file system is to us: directories that are walked one name at a time, open files, their
 * attributes and errors, and the walk that keeps every path below the directory it starts from.
 * File systems implement these types and descriptors use them; nothing here may know a guest, WASI,
 * or where the bytes are kept.
 */
@NullMarked
package io.wasmwhisk.engine.files.tree;

import org.jspecify.annotations.NullMarked;
