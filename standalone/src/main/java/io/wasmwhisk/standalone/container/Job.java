// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.container;

import io.wasmwhisk.standalone.entities.Action;
import io.wasmwhisk.standalone.entities.User;
import java.time.Duration;
import org.apache.openwhisk.common.TransactionMetadata;
import spray.json.JsObject;

/**
 * One activation to be run.
 *
 * @param arguments the action's parameters overridden by the caller's
 * @param transaction the very object that every call for this activation carries; containers
 *     attribute logs by it
 */
public record Job(
    Action action,
    User user,
    String activationId,
    JsObject arguments,
    TransactionMetadata transaction) {

  /** Containers are shared only by jobs of the same caller, action and revision. */
  public String containerKey() {
    return user.namespace() + " " + action.qualifiedName() + " " + action.revision();
  }

  /** How long the initialization may take, and again the run. */
  public Duration timeout() {
    return Duration.ofMillis(action.limits().timeoutMillis());
  }

  /** For log messages; holds neither arguments nor keys. */
  @Override
  public String toString() {
    return "[%s] activation %s of %s".formatted(transaction, activationId, action.qualifiedName());
  }
}
