// SPDX-License-Identifier: Apache-2.0

/**
 * Files that were all there before the guest and never change: what lies beside the module in an
 * action's zip. Kept once for all activations. Called by whoever fills a descriptor table; knows
 * neither zips nor guests.
 */
@NullMarked
package io.wasmwhisk.engine.files.archive;

import org.jspecify.annotations.NullMarked;
