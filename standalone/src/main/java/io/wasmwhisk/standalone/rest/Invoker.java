// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import io.wasmwhisk.standalone.container.Job;
import io.wasmwhisk.standalone.entities.Action;
import io.wasmwhisk.standalone.entities.User;
import io.wasmwhisk.standalone.http.Refusal;
import io.wasmwhisk.standalone.pool.ContainerPool;
import io.wasmwhisk.standalone.pool.Submission;
import java.util.UUID;
import org.apache.openwhisk.common.TransactionMetadata;
import spray.json.JsObject;

/** Turns an invocation into a job of the pool, if it is admitted. */
final class Invoker {
  private final ContainerPool pool;
  private final Throttle throttle;

  Invoker(ContainerPool pool, Throttle throttle) {
    this.pool = pool;
    this.throttle = throttle;
  }

  /** An invocation under way. */
  record Invocation(String activationId, Submission submission) {}

  /** Submits, or throws a {@link Refusal} when there are too many already. */
  Invocation invoke(User user, Action action, JsObject payload, TransactionMetadata transaction) {
    throttle.admit(user.namespace());
    String id = UUID.randomUUID().toString().replace("-", "");
    Job job = new Job(action, user, id, action.parameters().mergedWith(payload), transaction);
    Submission submission = pool.submit(job);
    submission.recorded().thenRun(() -> throttle.done(user.namespace()));
    return new Invocation(id, submission);
  }
}
