// SPDX-License-Identifier: Apache-2.0

/**
 * The launcher and the command, as a user meets them: real processes, their output and exit codes.
 * Needs what {@code mvn package} assembled in cli/target; knows nothing of the code inside.
 */
@NullMarked
package io.wasmwhisk.tests.cli;

import org.jspecify.annotations.NullMarked;
