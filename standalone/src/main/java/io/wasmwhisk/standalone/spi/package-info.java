// SPDX-License-Identifier: Apache-2.0
/**
 * The edge to OpenWhisk's SPI: loads the ContainerFactory and the LogStore that are configured,
 * calls them as an invoker does, and turns our entities into OpenWhisk's and back. Used by the
 * façade and, behind {@code ContainerSource}, by the pool; Scala's futures and OpenWhisk's classes
 * stay in here. It must not know HTTP.
 */
@NullMarked
package io.wasmwhisk.standalone.spi;

import org.jspecify.annotations.NullMarked;
