// SPDX-License-Identifier: Apache-2.0

/**
 * How subcommands end and what they print: their exit codes, the failure that carries one, and what
 * all of them have. Used by every room of the command; it knows none of them.
 */
@NullMarked
package io.wasmwhisk.cli.exit;

import org.jspecify.annotations.NullMarked;
