// SPDX-License-Identifier: Apache-2.0

/**
 * The evaluation programs as a user starts them, each with a server of its own. What they print and
 * write is the tests of {@code cli}.
 */
@NullMarked
package io.wasmwhisk.tests.evaluation;

import org.jspecify.annotations.NullMarked;
