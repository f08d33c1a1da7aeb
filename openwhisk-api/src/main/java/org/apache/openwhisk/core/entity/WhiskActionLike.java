// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.List;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;
import spray.json.JsObject;
import spray.json.JsValue;

/** What an action has in all its forms: what executes it, parameters and limits. */
public abstract class WhiskActionLike extends WhiskEntity {
  private final String name;

  /** An action of this name. */
  public WhiskActionLike(String name) {
    super(name, "action");
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  /** What executes it. */
  public abstract Exec exec();

  /** The parameters. */
  public abstract Map<ParameterName, ParameterValue> parameters();

  /** The limits. */
  public abstract ActionLimits limits();

  /** Whether the annotation {@code final} is true: callers may not replace parameters. */
  public boolean hasFinalParamsAnnotation() {
    Option<JsValue> annotation = Parameters$.MODULE$.get$extension(annotations(), "final");
    return annotation.isDefined() && annotation.get().equals(Json.bool(true));
  }

  /** The names of the parameters that callers may not replace. */
  public Set<String> immutableParameters() {
    return hasFinalParamsAnnotation()
        ? Parameters$.MODULE$.definedParameters$extension(parameters())
        : ScalaValues.set(List.of());
  }

  @Override
  public JsObject toJson() {
    return Json.object(
        Json.entry("namespace", EntityPath$.MODULE$.toJson$extension(namespace())),
        Json.entry("name", Json.string(name())),
        Json.entry("exec", Exec$.MODULE$.serdes().write(exec())),
        Json.entry("parameters", Parameters$.MODULE$.toJsArray$extension(parameters())),
        Json.entry("limits", limits().toJson()),
        Json.entry("version", SemVer$.MODULE$.toJson$extension(version())),
        Json.entry("publish", Json.bool(publish())),
        Json.entry("annotations", Parameters$.MODULE$.toJsArray$extension(annotations())));
  }
}
