// SPDX-License-Identifier: Apache-2.0

/**
 * Makes modules that are valid but odd, from choices: every section, every way to write a number,
 * code that no compiler would emit. What they do is determined: no NaN's bits are seen, and fuel
 * bounds every loop. Fuzz targets call it; it must not know the engine.
 */
@NullMarked
package io.wasmwhisk.fuzz.generate;

import org.jspecify.annotations.NullMarked;
