// SPDX-License-Identifier: Apache-2.0
/**
 * What the pool asks of containers, and what a job for them is. Implemented by the SPI edge, called
 * by the pool; it knows entities, and nothing of how a container is made.
 */
@NullMarked
package io.wasmwhisk.standalone.container;

import org.jspecify.annotations.NullMarked;
