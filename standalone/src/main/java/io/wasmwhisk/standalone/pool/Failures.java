// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import io.wasmwhisk.standalone.container.Job;
import io.wasmwhisk.standalone.entities.Response;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/**
 * What the platform's own failures look like to the user, in OpenWhisk's words ({@code Messages}).
 */
final class Failures {
  static final Response NOT_PROVISIONED =
      Response.whiskError("Failed to provision resources to run the action.");
  static final Response ABNORMAL_RUN =
      Response.whiskError("The action did not produce a valid response and exited unexpectedly.");
  static final Response STOPPING = Response.whiskError("The server is stopping.");
  static final String LOGS_MISSING =
      "There was an issue while collecting your logs. Data might be missing.";

  private Failures() {}

  /** For a call of a container that failed, or never answered. */
  static Response of(Throwable failure, Job job, boolean initializing) {
    return cause(failure) instanceof TimeoutException
        ? Response.developerError(
            "The action exceeded its time limits of %d milliseconds%s"
                .formatted(
                    job.timeout().toMillis(), initializing ? " during initialization." : "."))
        : ABNORMAL_RUN;
  }

  /** For the log. */
  static String reason(Throwable failure) {
    return cause(failure).toString();
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
