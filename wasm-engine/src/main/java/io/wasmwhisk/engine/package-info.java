// SPDX-License-Identifier: Apache-2.0

/**
 * The façade: bytes become a {@link io.wasmwhisk.engine.CompiledModule}, an {@link
 * io.wasmwhisk.engine.Invocation} becomes an {@link io.wasmwhisk.engine.Activation} that completes
 * with an {@link io.wasmwhisk.engine.Outcome} and log lines. Hosts (the invoker plugin, the command
 * line) use this package only; it knows no OpenWhisk, Scala or Akka.
 */
@NullMarked
package io.wasmwhisk.engine;

import org.jspecify.annotations.NullMarked;
