// SPDX-License-Identifier: Apache-2.0

/**
 * One guest from its start to its end: a thread, an instance, a deadline, and exactly one {@link
 * io.wasmwhisk.engine.run.End}. Called by the façade, which says what the guest is given and what
 * its end means; knows no ABI.
 */
@NullMarked
package io.wasmwhisk.engine.run;

import org.jspecify.annotations.NullMarked;
