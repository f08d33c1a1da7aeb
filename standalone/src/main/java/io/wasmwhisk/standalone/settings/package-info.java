// SPDX-License-Identifier: Apache-2.0
/**
 * The configuration, read once at start: OpenWhisk's own keys under {@code whisk} and ours under
 * {@code wasmwhisk.standalone}, every problem reported together. Read by the façade and handed to
 * the rooms as records; it must not know what they do with them.
 */
@NullMarked
package io.wasmwhisk.standalone.settings;

import org.jspecify.annotations.NullMarked;
