// SPDX-License-Identifier: Apache-2.0

/**
 * What an action may reach outside of itself: what it asks for (room {@code manifest}), as far as
 * the operator's policy allows its namespace ({@code whisk.wasm.capabilities}). Called by the
 * invoker's action and by the command line; must not know Scala or OpenWhisk's classes, and must
 * not write a policy's values anywhere: they may be secrets.
 */
@NullMarked
package io.wasmwhisk.invoker.capability;

import org.jspecify.annotations.NullMarked;
