// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.ScalaValues;
import kamon.Kamon;
import kamon.metric.Counter;
import kamon.metric.Gauge;
import kamon.metric.Histogram;
import kamon.metric.MeasurementUnit;
import kamon.metric.Metric;
import kamon.tag.TagSet;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.collection.immutable.Map;

/**
 * A step or count that log lines and metrics name, such as {@code invoker_activationRun_start}.
 *
 * <p>Its Kamon meters are named by their type and the token, {@code
 * counter.invoker_activationRun_start} for instance; what narrows it is in tags where {@code
 * whisk.metrics.kamon-tags-enabled} is true, and in the name otherwise. Kamon hands out one meter
 * for one name, so that a race between two callers is harmless.
 */
public class LogMarkerToken implements Product, scala.Serializable {
  private final String component;
  private final String action;
  private final String state;
  private final Option<String> subAction;
  private final Map<String, String> tags;
  private final MeasurementUnit measurementUnit;
  private volatile @Nullable LogMarkerToken finish;
  private volatile @Nullable LogMarkerToken error;
  private volatile @Nullable Counter counter;
  private volatile @Nullable Histogram histogram;
  private volatile @Nullable Gauge gauge;

  /** A token of these names; the unit is that of its histogram and gauge. */
  public LogMarkerToken(
      String component,
      String action,
      String state,
      Option<String> subAction,
      Map<String, String> tags,
      MeasurementUnit measurementUnit) {
    this.component = component;
    this.action = action;
    this.state = state;
    this.subAction = subAction;
    this.tags = tags;
    this.measurementUnit = measurementUnit;
  }

  /** A token of these names. */
  public static LogMarkerToken apply(
      String component,
      String action,
      String state,
      Option<String> subAction,
      Map<String, String> tags,
      MeasurementUnit measurementUnit) {
    return new LogMarkerToken(component, action, state, subAction, tags, measurementUnit);
  }

  /** The component, such as {@code invoker}. */
  public String component() {
    return component;
  }

  /** What the component does. */
  public String action() {
    return action;
  }

  /** {@code start}, {@code finish}, {@code error} or {@code counter}. */
  public String state() {
    return state;
  }

  /** A narrower name for the action. */
  public Option<String> subAction() {
    return subAction;
  }

  /** Tags for metrics. */
  public Map<String, String> tags() {
    return tags;
  }

  /**
   * The token of a text {@code component_action_state} or {@code component_action.subAction_state}.
   *
   * @throws IllegalArgumentException where the text has another form
   */
  public static LogMarkerToken parse(String text) {
    String[] parts = text.split("_", -1);
    if (parts.length != 3 || parts[1].isEmpty()) {
      throw new IllegalArgumentException("LogMarkerToken malformed");
    }
    String[] action = parts[1].split("\\.", -1);
    Option<String> sub = action.length > 1 ? ScalaValues.some(action[1]) : ScalaValues.none();
    return new LogMarkerToken(
        parts[0], action[0], parts[2], sub, ScalaValues.map(), MeasurementUnit.none());
  }

  /** {@code component_action_state}. */
  @Override
  public String toString() {
    return component + "_" + action + "_" + state;
  }

  /** {@code component_action.subAction_state}. */
  public String toStringWithSubAction() {
    return subAction.isDefined()
        ? component + "_" + action + "." + subAction.get() + "_" + state
        : toString();
  }

  /** The same step, finished. */
  public LogMarkerToken asFinish() {
    LogMarkerToken made = finish;
    if (made == null) {
      made = in(LoggingMarkers.finish());
      finish = made;
    }
    return made;
  }

  /** The same step, failed. */
  public LogMarkerToken asError() {
    LogMarkerToken made = error;
    if (made == null) {
      made = in(LoggingMarkers.error());
      error = made;
    }
    return made;
  }

  private LogMarkerToken in(String newState) {
    return new LogMarkerToken(component, action, newState, subAction, tags, measurementUnit);
  }

  /** Its counter. */
  public Counter counter() {
    Counter made = counter;
    if (made == null) {
      Metric.Counter metric = Kamon.counter("counter." + meterName());
      made = tagged() ? metric.withTags(TagSet.from(anyTags())) : metric.withoutTags();
      counter = made;
    }
    return made;
  }

  /** Its histogram. */
  public Histogram histogram() {
    Histogram made = histogram;
    if (made == null) {
      Metric.Histogram metric = Kamon.histogram("histogram." + meterName(), measurementUnit);
      made = tagged() ? metric.withTags(TagSet.from(anyTags())) : metric.withoutTags();
      histogram = made;
    }
    return made;
  }

  /** Its gauge. */
  public Gauge gauge() {
    Gauge made = gauge;
    if (made == null) {
      Metric.Gauge metric = Kamon.gauge("gauge." + meterName(), measurementUnit);
      made = tagged() ? metric.withTags(TagSet.from(anyTags())) : metric.withoutTags();
      gauge = made;
    }
    return made;
  }

  private static boolean tagged() {
    return TransactionId.metricsKamonTags();
  }

  private String meterName() {
    return tagged() ? toString() : toStringWithSubAction();
  }

  @SuppressWarnings("unchecked") // An immutable map is read only.
  private Map<String, Object> anyTags() {
    return (Map<String, Object>) (Map<String, ?>) tags;
  }

  @Override
  public String productPrefix() {
    return "LogMarkerToken";
  }

  @Override
  public int productArity() {
    return 5;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, component, action, state, subAction, tags);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof LogMarkerToken;
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
