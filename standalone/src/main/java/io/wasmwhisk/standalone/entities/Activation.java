// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.entities;

import io.wasmwhisk.standalone.json.Fields;
import io.wasmwhisk.standalone.json.Json;
import java.time.Instant;
import java.util.List;
import spray.json.JsObject;

/**
 * The record of an activation ({@code WhiskActivation}).
 *
 * @param name of the action
 * @param durationMillis of initialization and run together
 * @param logs formatted lines, {@code <time> <stream>: <text>}
 */
public record Activation(
    String namespace,
    String name,
    String subject,
    String id,
    Instant start,
    Instant end,
    long durationMillis,
    Response response,
    List<String> logs,
    Version version,
    Parameters annotations) {

  public Activation {
    logs = List.copyOf(logs);
  }

  public Activation withLogs(List<String> collected) {
    return new Activation(
        namespace,
        name,
        subject,
        id,
        start,
        end,
        durationMillis,
        response,
        collected,
        version,
        annotations);
  }

  /** The whole record. */
  public JsObject toJson() {
    return shared()
        .with("subject", subject)
        .with("response", response.toJson())
        .with("logs", Json.array(logs, Json::of))
        .with("duration", durationMillis)
        .toJson();
  }

  /** The entry in a list. Its duration is end minus start, as OpenWhisk's views compute it. */
  public JsObject summary() {
    return shared()
        .with("duration", end.toEpochMilli() - start.toEpochMilli())
        .with("statusCode", response.status().code())
        .toJson();
  }

  private Fields shared() {
    return Fields.byName()
        .with("namespace", namespace)
        .with("name", name)
        .with("activationId", id)
        .with("start", start.toEpochMilli())
        .with("end", end.toEpochMilli())
        .with("version", version.toString())
        .with("publish", false)
        .with("annotations", annotations.toJson());
  }
}
