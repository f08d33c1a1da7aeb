// SPDX-License-Identifier: Apache-2.0

/**
 * What WASI's groups of calls share: error numbers, rights, how arguments and structures lie in a
 * guest's memory, and the state of one activation. Groups of calls are written over it; nothing
 * here may know which calls there are, or which engine runs the guest.
 */
@NullMarked
package io.wasmwhisk.engine.wasi.abi;

import org.jspecify.annotations.NullMarked;
