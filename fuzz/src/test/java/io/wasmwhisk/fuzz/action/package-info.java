// SPDX-License-Identifier: Apache-2.0

/** Targets that take an action's code, or what an action wrote. */
@NullMarked
package io.wasmwhisk.fuzz.action;

import org.jspecify.annotations.NullMarked;
