// SPDX-License-Identifier: Apache-2.0

/**
 * A file system in the host's heap, bounded before it allocates. Whoever starts an activation makes
 * one, an empty {@code /tmp} for instance, and grants its root. Nothing here may know descriptors
 * or guests.
 */
@NullMarked
package io.wasmwhisk.engine.files.memory;

import org.jspecify.annotations.NullMarked;
