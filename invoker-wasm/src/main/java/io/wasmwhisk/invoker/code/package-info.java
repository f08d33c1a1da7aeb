// SPDX-License-Identifier: Apache-2.0

/**
 * An action's code, as it reaches the invoker or lies in a file, to the module that runs and the
 * files beside it; text and packages of JavaScript to the module that runs them. Called by {@code
 * Action} and the command line; must not know how modules are run.
 */
@NullMarked
package io.wasmwhisk.invoker.code;

import org.jspecify.annotations.NullMarked;
