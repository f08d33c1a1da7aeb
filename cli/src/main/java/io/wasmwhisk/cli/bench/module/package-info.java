// SPDX-License-Identifier: Apache-2.0

/**
 * Writes binary modules that no toolchain makes: as large, as deep or as wrong as an attacker would
 * write them. Used by the attacks; it knows the binary format (core specification, chapter 5) and
 * nothing else.
 */
@NullMarked
package io.wasmwhisk.cli.bench.module;

import org.jspecify.annotations.NullMarked;
