// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import io.wasmwhisk.standalone.container.Job;
import io.wasmwhisk.standalone.container.Span;
import io.wasmwhisk.standalone.entities.Activation;
import io.wasmwhisk.standalone.entities.Parameters;
import io.wasmwhisk.standalone.entities.Response;
import io.wasmwhisk.standalone.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes activation records, {@code ContainerProxy.constructWhiskActivation} of OpenWhisk: its
 * annotations in its order.
 */
final class Records {
  private Records() {}

  /** A run of a warm container. */
  static Activation ofRun(Job job, Span run, Response response) {
    return record(job, Optional.empty(), run, timedOut(job, run), response);
  }

  /**
   * The first run of a container: the record starts with the initialization's time before the run.
   */
  static Activation ofFirstRun(Job job, Span init, Span run, Response response) {
    Span total = new Span(run.start().minusMillis(init.millis()), run.end());
    return record(job, Optional.of(init), total, timedOut(job, run), response);
  }

  static Activation ofFailedInit(Job job, Span init, Response response) {
    return record(job, Optional.of(init), init, timedOut(job, init), response);
  }

  /** Nothing ran. */
  static Activation ofNothing(Job job, Instant now, Response response) {
    return record(job, Optional.empty(), Span.at(now), false, response);
  }

  private static boolean timedOut(Job job, Span span) {
    return span.millis() >= job.action().limits().timeoutMillis();
  }

  private static Activation record(
      Job job, Optional<Span> init, Span total, boolean timedOut, Response response) {
    Instant began = init.map(Span::start).orElse(total.start());
    long waited = Duration.between(job.transaction().start(), began).toMillis();
    Parameters annotations =
        Parameters.NONE
            .with("limits", job.action().limits().toJson())
            .with("path", Json.of(job.action().qualifiedName()))
            .with("kind", Json.of(job.action().exec().kind()))
            .with("timeout", Json.of(timedOut));
    if (init.isPresent()) {
      annotations = annotations.with("initTime", Json.of(init.get().millis()));
    }
    return new Activation(
        job.user().namespace(),
        job.action().name(),
        job.user().namespace(),
        job.activationId(),
        total.start(),
        total.end(),
        total.millis(),
        response,
        List.of(),
        job.action().version(),
        annotations.with("waitTime", Json.of(waited)));
  }
}
