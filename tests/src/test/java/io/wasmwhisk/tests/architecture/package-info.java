// SPDX-License-Identifier: Apache-2.0

/** The arrows of {@code docs/architecture.md}, asserted on the class files. */
@NullMarked
package io.wasmwhisk.tests.architecture;

import org.jspecify.annotations.NullMarked;
