// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.spi;

import io.wasmwhisk.standalone.container.Job;
import io.wasmwhisk.standalone.entities.Action;
import io.wasmwhisk.standalone.json.Fields;
import io.wasmwhisk.standalone.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * What an invoker tells a container beside the arguments ({@code ContainerProxy.initializeAndRun}):
 * the run's environment, and the same for the initialization with {@code __OW_} before the names,
 * together with the parameters that are for initialization. Holds the API key in clear when the
 * action wants it: never to be logged.
 */
final class Environment {
  private final Job job;
  private final Set<String> initOnly;

  Environment(Job job) {
    this.job = job;
    this.initOnly = job.action().parameters().initOnly();
  }

  /** The arguments but those that are for initialization. */
  JsObject arguments() {
    if (initOnly.isEmpty()) {
      return job.arguments();
    }
    Fields arguments = Fields.byName();
    for (var argument : Json.fields(job.arguments()).entrySet()) {
      if (!initOnly.contains(argument.getKey())) {
        arguments = arguments.with(argument.getKey(), argument.getValue());
      }
    }
    return arguments.toJson();
  }

  JsObject forRun(Instant now) {
    Fields environment = Fields.byName();
    for (var variable : variables(now).entrySet()) {
      environment = environment.with(variable.getKey(), variable.getValue());
    }
    return environment.toJson();
  }

  Map<String, JsValue> forInit(Instant now) {
    Map<String, JsValue> environment = new LinkedHashMap<>();
    Json.fields(job.arguments())
        .forEach(
            (name, value) -> {
              if (initOnly.contains(name)) {
                environment.put(name, value);
              }
            });
    variables(now)
        .forEach(
            (name, value) ->
                environment.put("__OW_" + name.toUpperCase(Locale.ROOT), Json.of(value)));
    return environment;
  }

  private Map<String, String> variables(Instant now) {
    Action action = job.action();
    Map<String, String> variables = new LinkedHashMap<>();
    if (action.wantsApiKey()) {
      variables.put("api_key", job.user().apiKey());
    }
    variables.put("namespace", job.user().namespace());
    variables.put("action_name", "/" + action.qualifiedName());
    variables.put("action_version", action.version().toString());
    variables.put("activation_id", job.activationId());
    variables.put("transaction_id", job.transaction().id());
    variables.put("deadline", String.valueOf(now.plus(job.timeout()).toEpochMilli()));
    return variables;
  }
}
