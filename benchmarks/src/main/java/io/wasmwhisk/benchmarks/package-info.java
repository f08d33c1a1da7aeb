// SPDX-License-Identifier: Apache-2.0

/** JMH benchmarks of the engine's façade; started by Maven's profile {@code benchmark}. */
@NullMarked
package io.wasmwhisk.benchmarks;

import org.jspecify.annotations.NullMarked;
