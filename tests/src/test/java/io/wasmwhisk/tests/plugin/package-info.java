// SPDX-License-Identifier: Apache-2.0
/**
 * The directory that an operator copies into an invoker: what is in its jars, what must not be, and
 * that it works behind an invoker's own jars. Run where it was assembled, by {@code mvn verify}. It
 * must not know how it is assembled.
 */
@NullMarked
package io.wasmwhisk.tests.plugin;

import org.jspecify.annotations.NullMarked;
