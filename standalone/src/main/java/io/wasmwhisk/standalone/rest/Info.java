// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import io.wasmwhisk.standalone.json.Fields;
import io.wasmwhisk.standalone.json.Json;
import io.wasmwhisk.standalone.limits.LimitRange;
import io.wasmwhisk.standalone.runtimes.Runtimes;
import io.wasmwhisk.standalone.settings.Settings;
import java.util.List;
import spray.json.JsObject;

/** What the server says of itself: {@code GET /}, {@code GET /api/v1} and a namespace's limits. */
final class Info {
  private static final long MB = 1024 * 1024;

  private final Settings settings;
  private final Runtimes runtimes;

  Info(Settings settings, Runtimes runtimes) {
    this.settings = settings;
    this.runtimes = runtimes;
  }

  /** {@code GET /}, {@code Controller.info}. */
  JsObject server() {
    JsObject support =
        Fields.byName()
            .with("github", "https://github.com/apache/openwhisk/issues")
            .with("slack", "http://slack.openwhisk.org")
            .toJson();
    return Fields.byName()
        .with("description", "OpenWhisk")
        .with("support", support)
        .with("api_paths", Json.array(List.of(Json.of("/api/v1"))))
        .with("limits", systemLimits())
        .with("runtimes", runtimes.toJson())
        .toJson();
  }

  private JsObject systemLimits() {
    LimitRange timeout = settings.ranges().timeoutMillis();
    LimitRange memory = settings.ranges().memoryMb();
    LimitRange logs = settings.ranges().logsMb();
    Fields json =
        Fields.byName()
            .with("actions_per_minute", settings.quotas().invocationsPerMinute())
            .with("triggers_per_minute", settings.quotas().firesPerMinute())
            .with("concurrent_actions", settings.quotas().concurrentInvocations())
            .with("sequence_length", settings.quotas().sequenceLength());
    // A namespace has no limits of its own here, so the defaults are the system's.
    for (String scope : List.of("", "default_")) {
      json =
          json.with(scope + "min_action_duration", timeout.min())
              .with(scope + "max_action_duration", timeout.max())
              .with(scope + "min_action_memory", memory.min() * MB)
              .with(scope + "max_action_memory", memory.max() * MB)
              .with(scope + "min_action_logs", logs.min() * MB)
              .with(scope + "max_action_logs", logs.max() * MB);
    }
    return json.toJson();
  }

  /** {@code GET /api/v1}, {@code RestAPIVersion.info}. */
  JsObject api() {
    JsObject swagger = Fields.byName().with("ui", "/docs").with("api-docs", "/api-docs").toJson();
    return Fields.byName()
        .with("description", "OpenWhisk API")
        .with("api_version", "1.0.0")
        .with("api_version_path", "v1")
        .with("build", settings.info().date())
        .with("buildno", settings.info().number())
        .with("swagger_paths", swagger)
        .toJson();
  }

  /** {@code GET /namespaces/_/limits}, {@code UserLimits}. */
  JsObject namespaceLimits() {
    LimitRange timeout = settings.ranges().timeoutMillis();
    LimitRange memory = settings.ranges().memoryMb();
    LimitRange logs = settings.ranges().logsMb();
    LimitRange concurrency = settings.ranges().concurrency();
    return Fields.byName()
        .with("invocationsPerMinute", settings.quotas().invocationsPerMinute())
        .with("concurrentInvocations", settings.quotas().concurrentInvocations())
        .with("firesPerMinute", settings.quotas().firesPerMinute())
        .with("maxActionInstances", settings.quotas().concurrentInvocations())
        .with("minActionMemory", memory.min())
        .with("maxActionMemory", memory.max())
        .with("minActionLogs", logs.min())
        .with("maxActionLogs", logs.max())
        .with("minActionTimeout", timeout.min())
        .with("maxActionTimeout", timeout.max())
        .with("minActionConcurrency", concurrency.min())
        .with("maxActionConcurrency", concurrency.max())
        .with("maxParameterSize", settings.sizes().parameters() + " B")
        .toJson();
  }
}
