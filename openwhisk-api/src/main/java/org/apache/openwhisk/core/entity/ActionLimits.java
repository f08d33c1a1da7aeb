// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.concurrent.duration.FiniteDuration;
import spray.json.JsValue;

/** The limits of an action. */
public class ActionLimits extends Limits implements Product, scala.Serializable {
  private final FiniteDuration timeout;
  private final int memory;
  private final int logs;
  private final int concurrency;
  private final Option<InstanceConcurrencyLimit> instances;

  /** These limits. */
  public ActionLimits(
      FiniteDuration timeout,
      int memory,
      int logs,
      int concurrency,
      Option<InstanceConcurrencyLimit> instances) {
    this.timeout = timeout;
    this.memory = memory;
    this.logs = logs;
    this.concurrency = concurrency;
    this.instances = instances;
  }

  /** These limits. */
  public static ActionLimits apply(
      FiniteDuration timeout,
      int memory,
      int logs,
      int concurrency,
      Option<InstanceConcurrencyLimit> instances) {
    return new ActionLimits(timeout, memory, logs, concurrency, instances);
  }

  /** The time of one activation. */
  public FiniteDuration timeout() {
    return timeout;
  }

  /** The memory in megabytes. */
  public int memory() {
    return memory;
  }

  /** The size of the log in megabytes. */
  public int logs() {
    return logs;
  }

  /** How many activations one container runs at once. */
  public int concurrency() {
    return concurrency;
  }

  /** How many containers, where that is limited. */
  public Option<InstanceConcurrencyLimit> instances() {
    return instances;
  }

  /** The time limit of an action that names none. */
  public static FiniteDuration apply$default$1() {
    return TimeLimit$.MODULE$.apply();
  }

  /** The memory of an action that names none. */
  public static int apply$default$2() {
    return MemoryLimit$.MODULE$.apply();
  }

  /** The log limit of an action that names none. */
  public static int apply$default$3() {
    return LogLimit$.MODULE$.apply();
  }

  /** The concurrency of an action that names none. */
  public static int apply$default$4() {
    return IntraConcurrencyLimit$.MODULE$.apply();
  }

  /** {@code {"timeout", "memory", "logs", "concurrency", "instances" if any}}. */
  @Override
  public JsValue toJson() {
    return ActionLimits$.MODULE$.serdes().write(this);
  }

  /**
   * Checks the limits with those of the user's namespace.
   *
   * @throws ActionLimitsException which limit is outside of what
   */
  public void checkLimits(Identity user) {
    TimeLimit$.MODULE$.checkNamespaceLimit$extension(timeout, user);
    MemoryLimit$.MODULE$.checkNamespaceLimit$extension(memory, user);
    IntraConcurrencyLimit$.MODULE$.checkNamespaceLimit$extension(concurrency, user);
    LogLimit$.MODULE$.checkNamespaceLimit$extension(logs, user);
  }

  @Override
  public String productPrefix() {
    return "ActionLimits";
  }

  @Override
  public int productArity() {
    return 5;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, timeout, memory, logs, concurrency, instances);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof ActionLimits;
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
