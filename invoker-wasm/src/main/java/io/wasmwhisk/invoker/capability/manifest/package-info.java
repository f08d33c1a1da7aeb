// SPDX-License-Identifier: Apache-2.0

/**
 * What an action asks for: its manifest ({@code wasmwhisk.json}), and what its annotations narrow.
 * Called by who decides, by who opens an action's zip, and by the command line; must not know a
 * policy.
 */
@NullMarked
package io.wasmwhisk.invoker.capability.manifest;

import org.jspecify.annotations.NullMarked;
