// SPDX-License-Identifier: Apache-2.0

/**
 * Snapshots: a module's initialisation is run once, under observation, and what its memory and
 * globals hold then is what a new module begins with. Called by the façade, which runs the guest;
 * from binary to binary, so that every engine runs the result, and knows none.
 */
@NullMarked
package io.wasmwhisk.engine.snapshot;

import org.jspecify.annotations.NullMarked;
