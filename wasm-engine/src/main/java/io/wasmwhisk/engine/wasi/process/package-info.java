// SPDX-License-Identifier: Apache-2.0

/**
 * The calls that are about the guest as a process: arguments, environment, clocks, randomness,
 * waiting, its end, and the sockets that it does not have. Each takes its arguments from the guest
 * and returns an error number.
 */
@NullMarked
package io.wasmwhisk.engine.wasi.process;

import org.jspecify.annotations.NullMarked;
