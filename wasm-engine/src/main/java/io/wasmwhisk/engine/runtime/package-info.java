// SPDX-License-Identifier: Apache-2.0

/**
 * What an engine adapter offers and what it gets: code, instance, memory, host functions, and the
 * ways in which a guest ends. Adapters implement these types, WASI and the other ABIs are written
 * over them; nothing here may know which engine runs the guest.
 */
@NullMarked
package io.wasmwhisk.engine.runtime;

import org.jspecify.annotations.NullMarked;
