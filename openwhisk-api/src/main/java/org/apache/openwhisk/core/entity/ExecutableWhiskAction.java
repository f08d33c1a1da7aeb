// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.Tuple3;
import scala.collection.Seq;
import scala.collection.immutable.Map;
import spray.json.JsObject;
import spray.json.JsValue;

/** An action that a container can run. */
public class ExecutableWhiskAction extends WhiskActionLike implements Product, scala.Serializable {
  private final Seq<String> namespace;
  private final String name;
  private final CodeExec<?> exec;
  private final Map<ParameterName, ParameterValue> parameters;
  private final ActionLimits limits;
  private final Tuple3<Object, Object, Object> version;
  private final boolean publish;
  private final Map<ParameterName, ParameterValue> annotations;
  private final Option<EntityPath> binding;

  /** An action. */
  public ExecutableWhiskAction(
      Seq<String> namespace,
      String name,
      CodeExec<?> exec,
      Map<ParameterName, ParameterValue> parameters,
      ActionLimits limits,
      Tuple3<Object, Object, Object> version,
      boolean publish,
      Map<ParameterName, ParameterValue> annotations,
      Option<EntityPath> binding) {
    super(name);
    this.namespace = namespace;
    this.name = name;
    this.exec = exec;
    this.parameters = parameters;
    this.limits = limits;
    this.version = version;
    this.publish = publish;
    this.annotations = annotations;
    this.binding = binding;
    CaseClass.require(exec != null, "exec undefined");
    CaseClass.require(limits != null, "limits undefined");
  }

  /** An action. */
  public static ExecutableWhiskAction apply(
      Seq<String> namespace,
      String name,
      CodeExec<?> exec,
      Map<ParameterName, ParameterValue> parameters,
      ActionLimits limits,
      Tuple3<Object, Object, Object> version,
      boolean publish,
      Map<ParameterName, ParameterValue> annotations,
      Option<EntityPath> binding) {
    return new ExecutableWhiskAction(
        namespace, name, exec, parameters, limits, version, publish, annotations, binding);
  }

  /** The namespace, and perhaps a package. */
  @Override
  public Seq<String> namespace() {
    return namespace;
  }

  /** The name. */
  @Override
  public String name() {
    return name;
  }

  /** What executes it. */
  @Override
  public CodeExec<?> exec() {
    return exec;
  }

  /** The parameters. */
  @Override
  public Map<ParameterName, ParameterValue> parameters() {
    return parameters;
  }

  /** The limits. */
  @Override
  public ActionLimits limits() {
    return limits;
  }

  /** The version. */
  @Override
  public Tuple3<Object, Object, Object> version() {
    return version;
  }

  /** Whether others may use it. */
  @Override
  public boolean publish() {
    return publish;
  }

  /** The annotations. */
  @Override
  public Map<ParameterName, ParameterValue> annotations() {
    return annotations;
  }

  /** The package binding through which it was named. */
  public Option<EntityPath> binding() {
    return binding;
  }

  /**
   * What a container's initialisation gets: {@code {"name", "binary", "main", "code" if any, "env"
   * if any}}.
   *
   * @param env the environment; every value becomes a text, null the empty one
   */
  public JsObject containerInitializer(Map<String, JsValue> env) {
    return Initializer.of(name, exec, env);
  }

  /** No environment. */
  public Map<String, JsValue> containerInitializer$default$1() {
    return ScalaValues.map();
  }

  /** The action as it is stored. */
  public WhiskAction toWhiskAction() {
    return new WhiskAction(
            namespace,
            name,
            exec,
            parameters,
            limits,
            version,
            publish,
            annotations,
            WhiskEntity.currentMillis())
        .revision(rev());
  }

  @Override
  public String productPrefix() {
    return "ExecutableWhiskAction";
  }

  @Override
  public int productArity() {
    return 9;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(
        n, namespace, name, exec, parameters, limits, version, publish, annotations, binding);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof ExecutableWhiskAction;
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
