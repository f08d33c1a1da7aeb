// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.metrics;

/**
 * Where a container's doings are reported.
 *
 * @param metrics its metrics
 * @param ends the invoker's log
 */
public record Reports(ContainerMetrics metrics, EndLog ends) {}
