// SPDX-License-Identifier: Apache-2.0
/**
 * Containers from their cold start to their removal, in the life cycle of OpenWhisk's v1 pool
 * ({@code ContainerPool} and {@code ContainerProxy}): warm reuse, pausing, eviction, queueing. The
 * REST room submits jobs. Knows no HTTP, no Scala and nothing of how a container is made.
 */
@NullMarked
package io.wasmwhisk.standalone.pool;

import org.jspecify.annotations.NullMarked;
