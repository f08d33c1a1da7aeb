// SPDX-License-Identifier: Apache-2.0

/**
 * Directories of the host that are lent to a guest. Whoever starts a guest grants them; the walk in
 * {@code files.tree} asks for single names, and this package makes sure that a name is one name and
 * that what was opened is still what it was. Nothing here may know descriptors or guests.
 */
@NullMarked
package io.wasmwhisk.engine.files.host;

import org.jspecify.annotations.NullMarked;
