// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import akka.http.javadsl.model.StatusCodes;
import io.wasmwhisk.standalone.http.Answer;

/**
 * What OpenWhisk has and this server has not. Each answers 501, says so, and where it is described.
 */
enum NotServed {
  PACKAGES("Packages and actions in packages", "packages.md"),
  TRIGGERS("Triggers", "triggers_rules.md"),
  RULES("Rules", "triggers_rules.md"),
  SEQUENCES("Sequences", "actions.md"),
  CONDUCTORS("Conductor actions", "conductors.md"),
  WEB_ACTIONS("Web actions and the API gateway", "webactions.md"),
  API_DOCUMENTS("API documents and their viewer", "rest_api.md"),
  ADMINISTRATION("Administration and metrics", "metrics.md");

  private final String what;
  private final String page;

  NotServed(String what, String page) {
    this.what = what;
    this.page = page;
  }

  Answer answer() {
    return Answer.error(StatusCodes.NOT_IMPLEMENTED, message());
  }

  /** What this server says. */
  String message() {
    return what
        + " are not served here, an OpenWhisk deployment has them:"
        + " https://github.com/apache/openwhisk/blob/2.0.0/docs/"
        + page;
  }
}
