// SPDX-License-Identifier: Apache-2.0

/**
 * How input reaches a guest and a result leaves it. An ABI is recognised by a module's exports and
 * imports, prepares what the guest imports, calls it, and reads its result. Called by the façade;
 * written over runtime and wasi, it knows no engine.
 */
@NullMarked
package io.wasmwhisk.engine.abi;

import org.jspecify.annotations.NullMarked;
