// SPDX-License-Identifier: Apache-2.0

/**
 * The assembled plugin in a real OpenWhisk, whose classes {@code -Dopenwhisk.lib=DIR} names: the
 * contract tests with OpenWhisk's own classes in the place of openwhisk-api, and a full round of
 * real clients on its standalone server. Without the property all of it is skipped. Knows of our
 * code only the room that finds OpenWhisk's classes.
 */
@NullMarked
package io.wasmwhisk.tests.openwhisk;

import org.jspecify.annotations.NullMarked;
