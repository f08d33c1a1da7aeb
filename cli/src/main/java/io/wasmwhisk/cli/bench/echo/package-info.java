// SPDX-License-Identifier: Apache-2.0

/**
 * Containers that do nothing, so that what is left is OpenWhisk's own time. {@code bench floor}
 * puts this room alone into a jar and names it to the plugin as its delegate; the bench reaches it
 * by OpenWhisk's SPI only, and it knows nothing of the bench.
 */
@NullMarked
package io.wasmwhisk.cli.bench.echo;

import org.jspecify.annotations.NullMarked;
