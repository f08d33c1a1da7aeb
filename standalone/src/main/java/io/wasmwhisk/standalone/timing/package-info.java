// SPDX-License-Identifier: Apache-2.0
/**
 * Alarms, and calls that end in any case. Used by the pool, and by the façade for real time; it
 * knows nothing of what is called.
 */
@NullMarked
package io.wasmwhisk.standalone.timing;

import org.jspecify.annotations.NullMarked;
