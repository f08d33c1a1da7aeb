// SPDX-License-Identifier: Apache-2.0

/**
 * Guests in this process: the file that a module comes from, the engine that runs it and whether it
 * compiles guest code, the variables that an activation has. Used by the subcommands that run or
 * read a module; it knows no server and no picocli.
 */
@NullMarked
package io.wasmwhisk.cli.guest;

import org.jspecify.annotations.NullMarked;
