// SPDX-License-Identifier: Apache-2.0

/**
 * How the plugin starts, and how it does not: real processes on every Java that this machine has,
 * each wrong in one way. Needs the assembled plugin; the invoker is a real one where the build was
 * told of an OpenWhisk, and besides a program that does what an invoker's start does. Knows nothing
 * of the code inside.
 */
@NullMarked
package io.wasmwhisk.tests.start;

import org.jspecify.annotations.NullMarked;
