// SPDX-License-Identifier: Apache-2.0

/**
 * Instances made ahead of the activations that will have them, from code that is called again and
 * again: {@link io.wasmwhisk.engine.ready.ReadyInstances} wraps the code of any adapter. Knows
 * neither what the host functions do nor who the guests are; no instance here has run a guest.
 */
@NullMarked
package io.wasmwhisk.engine.ready;

import org.jspecify.annotations.NullMarked;
