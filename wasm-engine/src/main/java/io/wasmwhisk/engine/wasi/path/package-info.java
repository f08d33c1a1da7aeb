// SPDX-License-Identifier: Apache-2.0

/**
 * The calls on paths below an open directory: {@code path_*}. Each takes its arguments from the
 * guest and lets the directory's descriptor do the work; that no path leaves the directory is
 * decided there. Nothing here may know where a file's bytes are kept.
 */
@NullMarked
package io.wasmwhisk.engine.wasi.path;

import org.jspecify.annotations.NullMarked;
