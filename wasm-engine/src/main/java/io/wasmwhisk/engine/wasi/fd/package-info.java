// SPDX-License-Identifier: Apache-2.0

/**
 * The calls on open descriptors: {@code fd_*}. Each takes its arguments from the guest, works on
 * the descriptor table, and returns an error number. Nothing here may know where a file's bytes are
 * kept.
 */
@NullMarked
package io.wasmwhisk.engine.wasi.fd;

import org.jspecify.annotations.NullMarked;
