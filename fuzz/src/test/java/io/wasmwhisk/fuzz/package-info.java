// SPDX-License-Identifier: Apache-2.0

/**
 * What every fuzz target shares: bytes as a stream of choices, the guests of this repository as
 * seeds. Targets are in the rooms below, one class each, since Jazzer fuzzes one test per JVM
 * (docs/fuzzing.md).
 */
@NullMarked
package io.wasmwhisk.fuzz;

import org.jspecify.annotations.NullMarked;
