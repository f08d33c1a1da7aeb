// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import org.apache.openwhisk.http.Messages;
import spray.json.RootJsonFormat;

/** Makes and uses {@link InstanceConcurrencyLimit} values. */
public final class InstanceConcurrencyLimit$ implements ArgNormalizer<InstanceConcurrencyLimit> {
  public static final InstanceConcurrencyLimit$ MODULE$ = new InstanceConcurrencyLimit$();

  private InstanceConcurrencyLimit$() {}

  /**
   * The limit of a number, checked.
   *
   * @throws IllegalArgumentException where it is negative
   */
  public int apply(int maxConcurrentInstances) {
    CaseClass.require(
        maxConcurrentInstances >= 0, Messages.belowMinAllowedActionInstanceConcurrency(0));
    return maxConcurrentInstances;
  }

  /** The JSON form: a number. */
  @Override
  public RootJsonFormat<InstanceConcurrencyLimit> serdes() {
    return Parsed.checked(
        limit -> Json.number(limit.maxConcurrentInstances()),
        json ->
            new InstanceConcurrencyLimit(
                apply(Parsed.whole(json, "instance concurrency limit must be whole number"))),
        "instance concurrency limit malformed");
  }
}
