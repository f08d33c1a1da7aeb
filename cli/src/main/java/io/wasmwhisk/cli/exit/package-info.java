// SPDX-License-Identifier: Apache-2.0

/**
 * How the command ends: its exit codes, and the failure that carries one. Used by every room of the
 * command; it knows none of them.
 */
@NullMarked
package io.wasmwhisk.cli.exit;

import org.jspecify.annotations.NullMarked;
