// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.entities;

import io.wasmwhisk.standalone.json.Fields;
import io.wasmwhisk.standalone.json.Json;
import io.wasmwhisk.standalone.limits.ActionLimits;
import io.wasmwhisk.standalone.limits.LimitRanges;
import java.time.Instant;
import spray.json.JsObject;

/**
 * An action ({@code WhiskAction}).
 *
 * @param namespace its owner; actions in packages are not served here
 * @param updated to the millisecond
 * @param revision changes with every stored change; warm containers are kept per revision
 */
public record Action(
    String namespace,
    String name,
    Exec exec,
    Parameters parameters,
    ActionLimits limits,
    Version version,
    boolean publish,
    Parameters annotations,
    Instant updated,
    long revision) {
  private static final String PROVIDE_API_KEY = "provide-api-key";
  private static final String FINAL = "final";
  private static final String CONDUCTOR = "conductor";

  /** A new action, from a PUT that has an exec; {@code makeWhiskAction} of OpenWhisk. */
  public static Action create(
      String namespace, String name, Exec exec, ActionPut put, LimitRanges ranges, Instant now) {
    Parameters annotations = put.annotations().orElse(Parameters.NONE);
    if (annotations.get(PROVIDE_API_KEY).isEmpty()) {
      annotations = annotations.with(PROVIDE_API_KEY, Json.of(false));
    }
    return new Action(
        namespace,
        name,
        exec,
        put.parameters().orElse(Parameters.NONE),
        put.limits().map(l -> l.over(ranges.standard())).orElse(ranges.standard()),
        put.version().orElse(Version.FIRST),
        put.publish().orElse(false),
        annotated(annotations, exec),
        now,
        0);
  }

  /**
   * This action changed by a PUT: what it does not mention stays; {@code updateWhiskAction} of
   * OpenWhisk.
   */
  public Action update(ActionPut put, Instant now) {
    Exec newExec = put.exec().orElse(exec);
    Parameters kept = annotations;
    for (String key : put.deletedAnnotations()) {
      kept = kept.without(key);
    }
    return new Action(
        namespace,
        name,
        newExec,
        put.parameters().orElse(parameters),
        put.limits().map(asked -> asked.over(limits)).orElse(limits),
        put.version().orElseGet(version::nextPatch),
        put.publish().orElse(publish),
        annotated(put.annotations().map(kept::withAll).orElse(kept), newExec),
        now,
        revision);
  }

  /** Clients that list actions learn their kind only from this annotation. */
  private static Parameters annotated(Parameters annotations, Exec exec) {
    return annotations.with("exec", Json.of(exec.kind()));
  }

  public Action withRevision(long newRevision) {
    return new Action(
        namespace,
        name,
        exec,
        parameters,
        limits,
        version,
        publish,
        annotations,
        updated,
        newRevision);
  }

  public String qualifiedName() {
    return namespace + "/" + name;
  }

  /**
   * Whether a run gets the caller's API key; an action without the annotation does, as it always
   * did in OpenWhisk.
   */
  public boolean wantsApiKey() {
    return annotations.isTruthy(PROVIDE_API_KEY, true);
  }

  /** Whether the action drives a composition, which is not served here. */
  public boolean isConductor() {
    return annotations.isTruthy(CONDUCTOR, false);
  }

  /** Whether one of the arguments would override a parameter that the action declares final. */
  public boolean forbids(JsObject arguments) {
    return Boolean.TRUE.equals(annotations.get(FINAL).map(Json::truth).orElse(null))
        && Json.fields(arguments).keySet().stream().anyMatch(parameters.bound()::contains);
  }

  public JsObject toJson(boolean withCode) {
    return shared()
        .with("exec", exec.toJson(withCode))
        .with("parameters", parameters.toJson())
        .toJson();
  }

  /** The entry in a list. */
  public JsObject summary() {
    return shared().with("exec", Fields.byName().with("binary", exec.binary()).toJson()).toJson();
  }

  private Fields shared() {
    return Fields.byName()
        .with("namespace", namespace)
        .with("name", name)
        .with("limits", limits.toJson())
        .with("version", version.toString())
        .with("publish", publish)
        .with("annotations", annotations.toJson())
        .with("updated", updated.toEpochMilli());
  }
}
