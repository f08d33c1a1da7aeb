// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.collection.immutable.Map;

/**
 * A step or count that log lines and metrics name, such as {@code invoker_activationRun_start}.
 *
 * <p>OpenWhisk's constructor and {@code apply} take a Kamon unit as well, and the token hands out
 * Kamon meters; without Kamon tokens are made by {@link LoggingMarkers} and {@link #parse} only.
 */
public class LogMarkerToken implements Product, scala.Serializable {
  private final String component;
  private final String action;
  private final String state;
  private final Option<String> subAction;
  private final Map<String, String> tags;

  /** A token of these names. */
  LogMarkerToken(
      String component,
      String action,
      String state,
      Option<String> subAction,
      Map<String, String> tags) {
    this.component = component;
    this.action = action;
    this.state = state;
    this.subAction = subAction;
    this.tags = tags;
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
    return new LogMarkerToken(parts[0], action[0], parts[2], sub, ScalaValues.map());
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
    return in(LoggingMarkers.finish());
  }

  /** The same step, failed. */
  public LogMarkerToken asError() {
    return in(LoggingMarkers.error());
  }

  private LogMarkerToken in(String newState) {
    return new LogMarkerToken(component, action, newState, subAction, tags);
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
