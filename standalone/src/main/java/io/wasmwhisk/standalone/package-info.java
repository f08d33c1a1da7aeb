// SPDX-License-Identifier: Apache-2.0
/**
 * One process that is an OpenWhisk for one machine: {@link Standalone} puts the rooms together,
 * rest → entities → pool → SPI with store beside. Called by the command line and by tests; it knows
 * all rooms and does nothing itself.
 */
@NullMarked
package io.wasmwhisk.standalone;

import org.jspecify.annotations.NullMarked;
