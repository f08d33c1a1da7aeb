// SPDX-License-Identifier: Apache-2.0

/**
 * Plots of the benches' figures, as PNG and as SVG. Called by the reports; it knows nothing of what
 * was measured, and alone knows the libraries that draw.
 */
@NullMarked
package io.wasmwhisk.cli.bench.plot;

import org.jspecify.annotations.NullMarked;
