// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.limits;

import io.wasmwhisk.standalone.json.Fields;
import java.util.Optional;
import spray.json.JsObject;

/**
 * The limits of one action ({@code ActionLimits}).
 *
 * @param timeoutMillis of an initialization, and of a run
 * @param memoryMb of one container
 * @param logsMb of one activation; 0 collects none
 * @param concurrency activations that one container may run at once
 * @param instances accepted, shown and without effect, as in an OpenWhisk without scheduler
 */
public record ActionLimits(
    long timeoutMillis, int memoryMb, int logsMb, int concurrency, Optional<Integer> instances) {

  public JsObject toJson() {
    Fields json =
        Fields.byName()
            .with("timeout", timeoutMillis)
            .with("memory", memoryMb)
            .with("logs", logsMb)
            .with("concurrency", concurrency);
    return instances.map(n -> json.with("instances", n)).orElse(json).toJson();
  }
}
