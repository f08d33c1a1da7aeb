// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kamon.metric.MeasurementUnit;
import org.apache.openwhisk.common.LogMarkerToken;
import org.apache.openwhisk.common.MetricEmitter;
import scala.Option;

/**
 * Every metric of the plugin; docs/metrics.md says what each means, and a test compares the two.
 *
 * <p>Named as OpenWhisk names its own ({@code LoggingMarkers}): component {@code invoker}, an
 * action, and {@code counter} as the state of whatever is no step with a start and a finish. A tag
 * is the sub-action as well, so that its values are told apart where Kamon's tags are off.
 */
enum Metric {
  ACTIVATION(
      Type.COUNTER,
      Unit.NONE,
      "wasmActivation",
      "end",
      "result",
      "resultTooLarge",
      "badResult",
      "exit",
      "trap",
      "timeout",
      "cpu",
      "memory",
      "budget",
      "notRunnable",
      "cancelled",
      "overloaded",
      "neverStarted",
      "refused",
      "failed"),
  INITIALIZATION(
      Type.COUNTER,
      Unit.NONE,
      "wasmInitialization",
      "end",
      "ready",
      "refused",
      "timeout",
      "overloaded",
      "failed"),
  MODULE_CACHE(
      Type.COUNTER, Unit.NONE, "wasmModuleCache", "event", "hit", "miss", "failure", "eviction"),
  COMPILING(Type.COUNTER, Unit.NONE, "wasmCompilingMillis"),
  MEMORY_REFUSAL(Type.COUNTER, Unit.NONE, "wasmMemoryRefusal"),
  COMPILATION(Type.HISTOGRAM, Unit.MILLISECONDS, "wasmCompilation"),
  WAIT(Type.HISTOGRAM, Unit.MICROSECONDS, "wasmWait"),
  INSTANTIATION(Type.HISTOGRAM, Unit.MICROSECONDS, "wasmInstantiation"),
  CPU(Type.HISTOGRAM, Unit.MICROSECONDS, "wasmCpu"),
  GUESTS(
      Type.GAUGE,
      Unit.NONE,
      "wasmGuests",
      "state",
      "running",
      "started",
      "queued",
      "lingering",
      "awaitingMemory"),
  MEMORY(Type.GAUGE, Unit.BYTES, "wasmMemory", "state", "used", "peak", "budget"),
  MODULES(Type.GAUGE, Unit.NONE, "wasmModules"),
  MODULE_MEMORY(Type.GAUGE, Unit.BYTES, "wasmModuleMemory"),
  CONTAINERS(Type.GAUGE, Unit.NONE, "wasmContainers", "state", "busy", "idle");

  private static final String COMPONENT = "invoker";
  private static final String STATE = "counter";
  private static final String UNTAGGED = "";

  private final Type type;
  private final Unit unit;
  private final String action;
  private final String tag;
  private final Map<String, LogMarkerToken> tokens;

  /** What Kamon makes of it. */
  enum Type {
    COUNTER,
    HISTOGRAM,
    GAUGE
  }

  /** What its values are; Kamon's reporters convert times and sizes to their own units. */
  enum Unit {
    NONE(MeasurementUnit.none()),
    MILLISECONDS(MeasurementUnit.time().milliseconds()),
    MICROSECONDS(MeasurementUnit.time().microseconds()),
    BYTES(MeasurementUnit.information().bytes());

    private final MeasurementUnit measured;

    Unit(MeasurementUnit measured) {
      this.measured = measured;
    }
  }

  Metric(Type type, Unit unit, String action) {
    this(type, unit, action, UNTAGGED, UNTAGGED);
  }

  Metric(Type type, Unit unit, String action, String tag, String... values) {
    this.type = type;
    this.unit = unit;
    this.action = action;
    this.tag = tag;
    this.tokens = new LinkedHashMap<>();
    for (String value : values) {
      tokens.put(value, token(value));
    }
  }

  private LogMarkerToken token(String value) {
    scala.collection.immutable.Map<String, String> none =
        scala.collection.immutable.Map$.MODULE$.empty();
    return tag.equals(UNTAGGED)
        ? LogMarkerToken.apply(COMPONENT, action, STATE, Option.empty(), none, unit.measured)
        : LogMarkerToken.apply(
            COMPONENT,
            action,
            STATE,
            Option.apply(value),
            none.$plus(new scala.Tuple2<>(tag, value)),
            unit.measured);
  }

  /** As OpenWhisk's reporters name it, without the type that they put before. */
  String label() {
    return COMPONENT + "_" + action + "_" + STATE;
  }

  Type type() {
    return type;
  }

  Unit unit() {
    return unit;
  }

  /** The tag's name; empty for none. */
  String tag() {
    return tag;
  }

  /** The tag's values; one that is empty where there is no tag. */
  List<String> tagValues() {
    return List.copyOf(tokens.keySet());
  }

  /** Adds to a counter. */
  void add(String value, long times) {
    if (times > 0) {
      MetricEmitter.emitCounterMetric(of(value), times);
    }
  }

  /** Adds to a counter without a tag. */
  void add(long times) {
    add(UNTAGGED, times);
  }

  /** Records one value of a histogram. */
  void record(long measured) {
    MetricEmitter.emitHistogramMetric(of(UNTAGGED), measured);
  }

  /** Sets a gauge. */
  void set(String value, long measured) {
    MetricEmitter.emitGaugeMetric(of(value), measured);
  }

  /** Sets a gauge without a tag. */
  void set(long measured) {
    set(UNTAGGED, measured);
  }

  private LogMarkerToken of(String value) {
    LogMarkerToken token = tokens.get(value);
    if (token == null) {
      throw new IllegalArgumentException("%s has no %s \"%s\"".formatted(this, tag, value));
    }
    return token;
  }
}
