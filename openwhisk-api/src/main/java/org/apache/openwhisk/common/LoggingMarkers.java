// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import io.wasmwhisk.openwhisk.ScalaValues;
import kamon.metric.MeasurementUnit;
import scala.Option;
import scala.collection.immutable.Map;

/**
 * The tokens of everything that an invoker marks in its log, by the names of OpenWhisk's {@code
 * LoggingMarkers}. The tokens of controllers, schedulers, message queues and databases are not part
 * of this module.
 */
public final class LoggingMarkers {
  private static final String INVOKER = "invoker";
  private static final String CONTAINER_POOL = "containerPool";

  private static final MeasurementUnit NONE = MeasurementUnit.none();
  private static final MeasurementUnit MILLISECONDS = MeasurementUnit.time().milliseconds();
  private static final MeasurementUnit MEGABYTES = MeasurementUnit.information().megabytes();

  private static final LogMarkerToken INIT = step("activationInit");
  private static final LogMarkerToken RUN = step("activationRun");

  private LoggingMarkers() {}

  /** The state of a step that begins. */
  public static String start() {
    return "start";
  }

  /** The state of a step that ended well. */
  public static String finish() {
    return "finish";
  }

  /** The state of a step that failed. */
  public static String error() {
    return "error";
  }

  /** The state of something counted. */
  public static String counter() {
    return "counter";
  }

  /** The state of a step that took too long. */
  public static String timeout() {
    return "timeout";
  }

  /** An invoker started. */
  public static LogMarkerToken INVOKER_STARTUP(int i) {
    return TransactionId.metricsKamonTags()
        ? new LogMarkerToken(
            INVOKER,
            "startup",
            counter(),
            ScalaValues.none(),
            tags("invoker_id", Integer.toString(i)),
            NONE)
        : new LogMarkerToken(
            INVOKER, "startup" + i, counter(), ScalaValues.none(), ScalaValues.map(), NONE);
  }

  /** The time of an activation in the invoker. */
  public static LogMarkerToken INVOKER_ACTIVATION() {
    return new LogMarkerToken(
        INVOKER, "activation", start(), ScalaValues.none(), ScalaValues.map(), NONE);
  }

  /** The time to initialise the action. */
  public static LogMarkerToken INVOKER_ACTIVATION_INIT() {
    return INIT;
  }

  /** The time to run the action. */
  public static LogMarkerToken INVOKER_ACTIVATION_RUN() {
    return RUN;
  }

  /** The time to collect the logs. */
  public static LogMarkerToken INVOKER_COLLECT_LOGS() {
    return new LogMarkerToken(
        INVOKER, "collectLogs", start(), ScalaValues.none(), ScalaValues.map(), MILLISECONDS);
  }

  /** The time of a health check of a container. */
  public static LogMarkerToken INVOKER_CONTAINER_HEALTH() {
    return new LogMarkerToken(
        INVOKER, "containerHealth", start(), ScalaValues.none(), ScalaValues.map(), MILLISECONDS);
  }

  /** A warm container failed its health check. */
  public static LogMarkerToken INVOKER_CONTAINER_HEALTH_FAILED_WARM() {
    return new LogMarkerToken(
        INVOKER,
        "containerHealthFailed",
        counter(),
        ScalaValues.some("warm"),
        tags("containerState", "warm"),
        NONE);
  }

  /** A prewarmed container failed its health check. */
  public static LogMarkerToken INVOKER_CONTAINER_HEALTH_FAILED_PREWARM() {
    return new LogMarkerToken(
        INVOKER,
        "containerHealthFailed",
        counter(),
        ScalaValues.some("prewarm"),
        tags("containerState", "prewarm"),
        NONE);
  }

  /** The time of a Docker command. */
  public static LogMarkerToken INVOKER_DOCKER_CMD(String cmd) {
    return new LogMarkerToken(
        INVOKER, "docker", start(), ScalaValues.some(cmd), tags("cmd", cmd), MILLISECONDS);
  }

  /** The time of a runc command. */
  public static LogMarkerToken INVOKER_RUNC_CMD(String cmd) {
    return new LogMarkerToken(
        INVOKER, "runc", start(), ScalaValues.some(cmd), tags("cmd", cmd), MILLISECONDS);
  }

  /** The time of a call of Kubernetes. */
  public static LogMarkerToken INVOKER_KUBEAPI_CMD(String cmd) {
    return new LogMarkerToken(
        INVOKER, "kubeapi", start(), ScalaValues.some(cmd), tags("cmd", cmd), MILLISECONDS);
  }

  /**
   * A container was taken for an activation: {@code cold}, {@code warm}, {@code prewarmed} or
   * {@code recreated}.
   */
  public static LogMarkerToken INVOKER_CONTAINER_START(
      String containerState, String invocationNamespace, String namespace, String action) {
    return new LogMarkerToken(
        INVOKER,
        "containerStart",
        counter(),
        ScalaValues.some(containerState),
        tags(
            "containerState",
            containerState,
            "initiator",
            invocationNamespace,
            "namespace",
            namespace,
            "action",
            action),
        NONE);
  }

  /** A container was created for an action. */
  public static LogMarkerToken INVOKER_CONTAINER_CREATE(String action, String state) {
    return new LogMarkerToken(
        INVOKER,
        "creation",
        counter(),
        ScalaValues.none(),
        tags("action", action, "state", state),
        NONE);
  }

  /** An action of a shared package was used. */
  public static LogMarkerToken INVOKER_SHAREDPACKAGE(String path) {
    return new LogMarkerToken(
        INVOKER, "sharedPackage", counter(), ScalaValues.none(), tags("path", path), NONE);
  }

  /** The memory of the containers in a state. */
  public static LogMarkerToken INVOKER_CONTAINERPOOL_MEMORY(String state) {
    return new LogMarkerToken(
        INVOKER,
        "containerPoolMemory",
        counter(),
        ScalaValues.some(state),
        tags("state", state),
        NONE);
  }

  /** The number of containers in a state. */
  public static LogMarkerToken INVOKER_CONTAINERPOOL_CONTAINER(
      String state, Option<Map<String, String>> tags) {
    return new LogMarkerToken(
        INVOKER,
        "containerPoolContainer",
        counter(),
        ScalaValues.some(state),
        ScalaValues.union(
            tags("state", state), ScalaValues.orElse(tags, ScalaValues.<String, String>map())),
        NONE);
  }

  /** Calls of a container that were tried again. */
  public static LogMarkerToken CONTAINER_CLIENT_RETRIES() {
    return new LogMarkerToken(
        "containerClient", "retries", counter(), ScalaValues.none(), ScalaValues.map(), NONE);
  }

  /** Activations handed to another container. */
  public static LogMarkerToken CONTAINER_POOL_RESCHEDULED_ACTIVATION() {
    return new LogMarkerToken(
        CONTAINER_POOL,
        "rescheduledActivation",
        counter(),
        ScalaValues.none(),
        ScalaValues.map(),
        NONE);
  }

  /** Activations that wait for a container. */
  public static LogMarkerToken CONTAINER_POOL_RUNBUFFER_COUNT() {
    return new LogMarkerToken(
        CONTAINER_POOL, "runBufferCount", counter(), ScalaValues.none(), ScalaValues.map(), NONE);
  }

  /** The megabytes that waiting activations need. */
  public static LogMarkerToken CONTAINER_POOL_RUNBUFFER_SIZE() {
    return new LogMarkerToken(
        CONTAINER_POOL,
        "runBufferSize",
        counter(),
        ScalaValues.none(),
        ScalaValues.map(),
        MEGABYTES);
  }

  /** Containers at work. */
  public static LogMarkerToken CONTAINER_POOL_ACTIVE_COUNT() {
    return new LogMarkerToken(
        CONTAINER_POOL, "activeCount", counter(), ScalaValues.none(), ScalaValues.map(), NONE);
  }

  /** The megabytes of containers at work. */
  public static LogMarkerToken CONTAINER_POOL_ACTIVE_SIZE() {
    return new LogMarkerToken(
        CONTAINER_POOL, "activeSize", counter(), ScalaValues.none(), ScalaValues.map(), MEGABYTES);
  }

  /** Prewarmed containers. */
  public static LogMarkerToken CONTAINER_POOL_PREWARM_COUNT() {
    return new LogMarkerToken(
        CONTAINER_POOL, "prewarmCount", counter(), ScalaValues.none(), ScalaValues.map(), NONE);
  }

  /** The megabytes of prewarmed containers. */
  public static LogMarkerToken CONTAINER_POOL_PREWARM_SIZE() {
    return new LogMarkerToken(
        CONTAINER_POOL, "prewarmSize", counter(), ScalaValues.none(), ScalaValues.map(), MEGABYTES);
  }

  /** Idle containers. */
  public static LogMarkerToken CONTAINER_POOL_IDLES_COUNT() {
    return new LogMarkerToken(
        CONTAINER_POOL, "idlesCount", counter(), ScalaValues.none(), ScalaValues.map(), NONE);
  }

  /** The megabytes of idle containers. */
  public static LogMarkerToken CONTAINER_POOL_IDLES_SIZE() {
    return new LogMarkerToken(
        CONTAINER_POOL, "idlesSize", counter(), ScalaValues.none(), ScalaValues.map(), MEGABYTES);
  }

  /** A prewarmed container was missing. */
  public static LogMarkerToken CONTAINER_POOL_PREWARM_COLDSTART(String memory, String kind) {
    return new LogMarkerToken(
        CONTAINER_POOL,
        "prewarmColdstart",
        counter(),
        ScalaValues.none(),
        tags("memory", memory, "kind", kind),
        NONE);
  }

  /** A prewarmed container was removed unused. */
  public static LogMarkerToken CONTAINER_POOL_PREWARM_EXPIRED(String memory, String kind) {
    return new LogMarkerToken(
        CONTAINER_POOL,
        "prewarmExpired",
        counter(),
        ScalaValues.none(),
        tags("memory", memory, "kind", kind),
        NONE);
  }

  private static LogMarkerToken step(String action) {
    return new LogMarkerToken(
        INVOKER, action, start(), ScalaValues.none(), ScalaValues.map(), MILLISECONDS);
  }

  private static Map<String, String> tags(String... namesAndValues) {
    Map<String, String> tags = ScalaValues.map();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tags = ScalaValues.with(tags, namesAndValues[i], namesAndValues[i + 1]);
    }
    return tags;
  }
}
