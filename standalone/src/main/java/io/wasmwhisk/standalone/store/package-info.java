// SPDX-License-Identifier: Apache-2.0
/**
 * What the server remembers, in memory and lost at its end: all actions, and the latest activations
 * within a bound. Used by the REST room and, for records, by the pool; it knows only entities.
 */
@NullMarked
package io.wasmwhisk.standalone.store;

import org.jspecify.annotations.NullMarked;
