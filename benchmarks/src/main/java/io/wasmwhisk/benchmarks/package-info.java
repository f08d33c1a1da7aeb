// SPDX-License-Identifier: Apache-2.0

/**
 * JMH benchmarks: of the engine by its façade, of its adapters, and of the plugin by OpenWhisk's
 * SPI; started by Maven's profile {@code benchmark}. Every benchmark looks at what it gets, and
 * fails when that is not what it names.
 */
@NullMarked
package io.wasmwhisk.benchmarks;

import org.jspecify.annotations.NullMarked;
