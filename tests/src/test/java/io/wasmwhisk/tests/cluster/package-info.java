// SPDX-License-Identifier: Apache-2.0

/**
 * A whole OpenWhisk on one machine, as processes of their own on loopback: a Kafka broker, a store,
 * one controller with the balancer of real deployments and two invokers with the assembled plugin;
 * no container engine. Its classes are those that {@code -Dopenwhisk.lib=DIR} names; without the
 * property all of it is skipped. Knows of our code only the room that finds OpenWhisk's classes.
 */
@NullMarked
package io.wasmwhisk.tests.cluster;

import org.jspecify.annotations.NullMarked;
