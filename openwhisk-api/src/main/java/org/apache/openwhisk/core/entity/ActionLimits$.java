// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import scala.Option;
import scala.collection.immutable.Map;
import scala.concurrent.duration.FiniteDuration;
import spray.json.JsObject;
import spray.json.JsValue;
import spray.json.RootJsonFormat;

/** Reads and writes {@link ActionLimits}. */
public final class ActionLimits$ implements ArgNormalizer<ActionLimits>, scala.Serializable {
  public static final ActionLimits$ MODULE$ = new ActionLimits$();

  private ActionLimits$() {}

  /** These limits. */
  public ActionLimits apply(
      FiniteDuration timeout,
      int memory,
      int logs,
      int concurrency,
      Option<InstanceConcurrencyLimit> instances) {
    return new ActionLimits(timeout, memory, logs, concurrency, instances);
  }

  /** The JSON form; {@code timeout} and {@code memory} are required. */
  @Override
  public RootJsonFormat<ActionLimits> serdes() {
    return Json.format(ActionLimits$::write, ActionLimits$::read);
  }

  private static JsObject write(ActionLimits limits) {
    Map<String, JsValue> fields =
        Json.object(
                Json.entry("timeout", Json.number(limits.timeout().toMillis())),
                Json.entry("memory", Json.number(limits.memory())),
                Json.entry("logs", Json.number(limits.logs())),
                Json.entry("concurrency", Json.number(limits.concurrency())))
            .fields();
    return new JsObject(
        limits.instances().isDefined()
            ? ScalaValues.with(
                fields, "instances", Json.number(limits.instances().get().maxConcurrentInstances()))
            : fields);
  }

  private static ActionLimits read(JsValue json) {
    if (!(json instanceof JsObject object)) {
      throw Json.failure("no valid json object passed");
    }
    JsValue logs = Json.field(object, "logs");
    JsValue concurrency = Json.field(object, "concurrency");
    JsValue instances = Json.field(object, "instances");
    return new ActionLimits(
        TimeLimit$.MODULE$.serdes().read(required(object, "timeout")).duration(),
        MemoryLimit$.MODULE$.serdes().read(required(object, "memory")).megabytes(),
        logs == null
            ? LogLimit$.MODULE$.apply()
            : LogLimit$.MODULE$.serdes().read(logs).megabytes(),
        concurrency == null
            ? IntraConcurrencyLimit$.MODULE$.apply()
            : IntraConcurrencyLimit$.MODULE$.serdes().read(concurrency).maxConcurrent(),
        instances == null
            ? ScalaValues.none()
            : ScalaValues.some(InstanceConcurrencyLimit$.MODULE$.serdes().read(instances)));
  }

  private static JsValue required(JsObject object, String name) {
    JsValue value = Json.field(object, name);
    if (value == null) {
      throw Json.failure("'" + name + "' is missing");
    }
    return value;
  }
}
