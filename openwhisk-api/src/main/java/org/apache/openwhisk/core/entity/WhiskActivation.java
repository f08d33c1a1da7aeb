// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.Tuple3;
import scala.collection.Seq;
import scala.collection.immutable.Map;
import scala.collection.immutable.Vector;
import spray.json.JsNull$;
import spray.json.JsObject;
import spray.json.JsValue;
import spray.json.RootJsonFormat;

/** The record of an activation. */
public class WhiskActivation extends WhiskEntity implements Product, scala.Serializable {
  private final Seq<String> namespace;
  private final String name;
  private final String subject;
  private final String activationId;
  private final Instant start;
  private final Instant end;
  private final Option<ActivationId> cause;
  private final ActivationResponse response;
  private final Vector<String> logs;
  private final Tuple3<Object, Object, Object> version;
  private final boolean publish;
  private final Map<ParameterName, ParameterValue> annotations;
  private final Option<Object> duration;

  /** An activation. */
  public WhiskActivation(
      Seq<String> namespace,
      String name,
      String subject,
      String activationId,
      Instant start,
      Instant end,
      Option<ActivationId> cause,
      ActivationResponse response,
      Vector<String> logs,
      Tuple3<Object, Object, Object> version,
      boolean publish,
      Map<ParameterName, ParameterValue> annotations,
      Option<Object> duration) {
    super(activationId, "activation");
    this.namespace = namespace;
    this.name = name;
    this.subject = subject;
    this.activationId = activationId;
    this.start = start;
    this.end = end;
    this.cause = cause;
    this.response = response;
    this.logs = logs;
    this.version = version;
    this.publish = publish;
    this.annotations = annotations;
    this.duration = duration;
    CaseClass.require(cause != null, "cause undefined");
    CaseClass.require(start != null, "start undefined");
    CaseClass.require(end != null, "end undefined");
    CaseClass.require(response != null, "response undefined");
  }

  /** An activation. */
  public static WhiskActivation apply(
      Seq<String> namespace,
      String name,
      String subject,
      String activationId,
      Instant start,
      Instant end,
      Option<ActivationId> cause,
      ActivationResponse response,
      Vector<String> logs,
      Tuple3<Object, Object, Object> version,
      boolean publish,
      Map<ParameterName, ParameterValue> annotations,
      Option<Object> duration) {
    return new WhiskActivation(
        namespace,
        name,
        subject,
        activationId,
        start,
        end,
        cause,
        response,
        logs,
        version,
        publish,
        annotations,
        duration);
  }

  /** The namespace. */
  @Override
  public Seq<String> namespace() {
    return namespace;
  }

  /** The name of what was activated. */
  @Override
  public String name() {
    return name;
  }

  /** Who activated it. */
  public String subject() {
    return subject;
  }

  /** The identifier. */
  public String activationId() {
    return activationId;
  }

  /** When it began. */
  public Instant start() {
    return start;
  }

  /** When it ended; the epoch for a trigger. */
  public Instant end() {
    return end;
  }

  /** The activation that caused it. */
  public Option<ActivationId> cause() {
    return cause;
  }

  /** The outcome. */
  public ActivationResponse response() {
    return response;
  }

  /** The log lines. */
  public Vector<String> logs() {
    return logs;
  }

  /** The version of what was activated. */
  @Override
  public Tuple3<Object, Object, Object> version() {
    return version;
  }

  /** Not used. */
  @Override
  public boolean publish() {
    return publish;
  }

  /** The annotations, such as {@code kind} and {@code limits}. */
  @Override
  public Map<ParameterName, ParameterValue> annotations() {
    return annotations;
  }

  /** The duration in milliseconds, a long. */
  public Option<Object> duration() {
    return duration;
  }

  /** The JSON form. */
  public static RootJsonFormat<WhiskActivation> serdes() {
    return Json.format(ActivationJson::write, ActivationJson::read);
  }

  /** {@code timeout}. */
  public static String timeoutAnnotation() {
    return "timeout";
  }

  /** {@code waitTime}. */
  public static String waitTimeAnnotation() {
    return "waitTime";
  }

  /** {@code initTime}. */
  public static String initTimeAnnotation() {
    return "initTime";
  }

  /** {@code causedBy}. */
  public static String causedByAnnotation() {
    return "causedBy";
  }

  /** {@code limits}. */
  public static String limitsAnnotation() {
    return "limits";
  }

  /** {@code kind}. */
  public static String kindAnnotation() {
    return "kind";
  }

  /** {@code path}. */
  public static String pathAnnotation() {
    return "path";
  }

  /** {@code activations}. */
  public static String collectionName() {
    return "activations";
  }

  @Override
  public JsObject toJson() {
    return ActivationJson.write(this);
  }

  /** What a list shows; end, duration and status code only when the activation has ended. */
  @Override
  public JsObject summaryAsJson() {
    Map<String, JsValue> fields = ScalaValues.without(super.summaryAsJson().fields(), "updated");
    fields = ScalaValues.with(fields, "activationId", Json.string(activationId));
    fields = ScalaValues.with(fields, "start", Json.number(start.toEpochMilli()));
    if (cause.isDefined()) {
      fields = ScalaValues.with(fields, "cause", Json.string(cause.get().asString()));
    }
    if (!end.equals(Instant.EPOCH)) {
      fields = ScalaValues.with(fields, "end", Json.number(end.toEpochMilli()));
      fields = ScalaValues.with(fields, "duration", Json.number(milliseconds()));
      fields = ScalaValues.with(fields, "statusCode", Json.number(response.statusCode()));
    }
    return new JsObject(fields);
  }

  /** The result; fails where there is none or it is no object. */
  public JsObject resultAsJson() {
    JsValue result = ScalaValues.<JsValue>orElse(response.result(), JsNull$.MODULE$);
    return new JsObject(Json.fields(result));
  }

  /**
   * What users see: the JSON form with the response in words and the duration; without an end that
   * is to come.
   */
  public JsObject toExtendedJson(Seq<String> removeFields, Map<String, JsValue> addFields) {
    Map<String, JsValue> fields =
        ScalaValues.with(
            ScalaValues.without(toJson().fields(), "response"),
            "response",
            response.toExtendedJson());
    for (String field : ScalaValues.each(removeFields)) {
      fields = ScalaValues.without(fields, field);
    }
    fields = ScalaValues.union(fields, addFields);
    return new JsObject(
        end.equals(Instant.EPOCH)
            ? ScalaValues.without(fields, "end")
            : ScalaValues.with(fields, "duration", Json.number(milliseconds())));
  }

  /** No fields removed. */
  public Seq<String> toExtendedJson$default$1() {
    return ScalaValues.vector(List.of());
  }

  /** No fields added. */
  public Map<String, JsValue> toExtendedJson$default$2() {
    return ScalaValues.map();
  }

  /** The activation without result, annotations and logs. */
  public WhiskActivation metadata() {
    return with(response.withoutResult(), ScalaValues.vector(List.of()), ScalaValues.map());
  }

  /** The activation without its result. */
  public WhiskActivation withoutResult() {
    return with(response.withoutResult(), logs, annotations);
  }

  /** The activation without its result and logs. */
  public WhiskActivation withoutLogsOrResult() {
    return with(response.withoutResult(), ScalaValues.vector(List.of()), annotations);
  }

  /** The activation without its logs. */
  public WhiskActivation withoutLogs() {
    return withLogs(ScalaValues.vector(List.of()));
  }

  /** The activation with these logs. */
  public WhiskActivation withLogs(Vector<String> newLogs) {
    return with(response, newLogs, annotations);
  }

  /** Whether the annotation {@code timeout} is true. */
  public boolean isTimedoutActivation() {
    Option<JsValue> timedOut = Parameters$.MODULE$.get$extension(annotations, timeoutAnnotation());
    return timedOut.isDefined() && timedOut.get().equals(Json.bool(true));
  }

  private long milliseconds() {
    return duration.isDefined() ? (Long) duration.get() : end.toEpochMilli() - start.toEpochMilli();
  }

  private WhiskActivation with(
      ActivationResponse newResponse,
      Vector<String> newLogs,
      Map<ParameterName, ParameterValue> newAnnotations) {
    return new WhiskActivation(
            namespace,
            name,
            subject,
            activationId,
            start,
            end,
            cause,
            newResponse,
            newLogs,
            version,
            publish,
            newAnnotations,
            duration)
        .revision(rev());
  }

  @Override
  public String productPrefix() {
    return "WhiskActivation";
  }

  @Override
  public int productArity() {
    return 13;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(
        n,
        namespace,
        name,
        subject,
        activationId,
        start,
        end,
        cause,
        response,
        logs,
        version,
        publish,
        annotations,
        duration);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof WhiskActivation;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return CaseClass.same(this, that);
  }

  @Override
  public int hashCode() {
    return CaseClass.hash(this);
  }
}
