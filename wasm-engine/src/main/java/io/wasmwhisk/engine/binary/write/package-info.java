// SPDX-License-Identifier: Apache-2.0

/**
 * Writes modules: bytes, a module that begins with a state, data segments that are joined. Called
 * by the rewriter and by who takes snapshots; may know only {@code binary} and {@code binary.read}.
 */
@NullMarked
package io.wasmwhisk.engine.binary.write;

import org.jspecify.annotations.NullMarked;
