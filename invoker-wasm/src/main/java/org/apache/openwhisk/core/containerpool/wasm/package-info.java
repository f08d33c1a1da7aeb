// SPDX-License-Identifier: Apache-2.0

/**
 * The door to OpenWhisk's invoker: the ContainerFactory SPI beside its siblings docker, kubernetes
 * and yarn. Scala, Akka and spray-json stay here; what an action is and does is in {@code
 * io.wasmwhisk.invoker}. Called by the invoker's container pool through {@code SpiLoader} and
 * {@code whisk.spi.ContainerFactoryProvider}.
 */
@NullMarked
package org.apache.openwhisk.core.containerpool.wasm;

import org.jspecify.annotations.NullMarked;
