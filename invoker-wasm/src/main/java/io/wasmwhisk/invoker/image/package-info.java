// SPDX-License-Identifier: Apache-2.0

/**
 * Names of container images: which of them stand for actions that run in this JVM. Called by the
 * settings, which name them, and by the SPI door, which asks for each container; must not know
 * OpenWhisk's classes.
 */
@NullMarked
package io.wasmwhisk.invoker.image;

import org.jspecify.annotations.NullMarked;
