// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.Tuple3;
import scala.collection.Seq;
import scala.collection.immutable.Map;
import spray.json.JsObject;
import spray.json.JsValue;
import spray.json.RootJsonFormat;

/** An action as it is stored. */
public class WhiskAction extends WhiskActionLike implements Product, scala.Serializable {
  private final Seq<String> namespace;
  private final String name;
  private final Exec exec;
  private final Map<ParameterName, ParameterValue> parameters;
  private final ActionLimits limits;
  private final Tuple3<Object, Object, Object> version;
  private final boolean publish;
  private final Map<ParameterName, ParameterValue> annotations;
  private final Instant updated;

  /** An action. */
  public WhiskAction(
      Seq<String> namespace,
      String name,
      Exec exec,
      Map<ParameterName, ParameterValue> parameters,
      ActionLimits limits,
      Tuple3<Object, Object, Object> version,
      boolean publish,
      Map<ParameterName, ParameterValue> annotations,
      Instant updated) {
    super(name);
    this.namespace = namespace;
    this.name = name;
    this.exec = exec;
    this.parameters = parameters;
    this.limits = limits;
    this.version = version;
    this.publish = publish;
    this.annotations = annotations;
    this.updated = updated;
    CaseClass.require(exec != null, "exec undefined");
    CaseClass.require(limits != null, "limits undefined");
  }

  /** An action. */
  public static WhiskAction apply(
      Seq<String> namespace,
      String name,
      Exec exec,
      Map<ParameterName, ParameterValue> parameters,
      ActionLimits limits,
      Tuple3<Object, Object, Object> version,
      boolean publish,
      Map<ParameterName, ParameterValue> annotations,
      Instant updated) {
    return new WhiskAction(
        namespace, name, exec, parameters, limits, version, publish, annotations, updated);
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
  public Exec exec() {
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

  /** When it was last changed, in whole milliseconds. */
  @Override
  public Instant updated() {
    return updated;
  }

  /** The JSON form. */
  public static RootJsonFormat<WhiskAction> serdes() {
    return Json.format(ActionJson::write, ActionJson::read);
  }

  /** {@code actions}. */
  public static String collectionName() {
    return "actions";
  }

  /** {@code exec}. */
  public static String execFieldName() {
    return "exec";
  }

  /** The action with the parameters of its package, which its own replace. */
  public WhiskAction inherit(Map<ParameterName, ParameterValue> p) {
    return with(exec, ScalaValues.union(p, parameters));
  }

  /**
   * The action with its sequence's components in the user's namespace where they name {@code _}.
   */
  public WhiskAction resolve(Namespace userNamespace) {
    return resolve(userNamespace.name());
  }

  /**
   * The action with its sequence's components in the user's namespace where they name {@code _}.
   */
  public WhiskAction resolve(String userNamespace) {
    if (!(exec instanceof SequenceExec sequence)) {
      return this;
    }
    List<FullyQualifiedEntityName> components = new ArrayList<>();
    for (FullyQualifiedEntityName component : ScalaValues.each(sequence.components())) {
      Seq<String> path =
          EntityPath$.MODULE$.resolveNamespace$extension1(component.path(), userNamespace);
      components.add(
          new FullyQualifiedEntityName(
              path, component.name(), ScalaValues.none(), ScalaValues.none()));
    }
    return with(new SequenceExec(ScalaValues.vector(components)), parameters);
  }

  /** The action as a container can run it; a sequence cannot be run by one. */
  public Option<ExecutableWhiskAction> toExecutableWhiskAction() {
    if (!(exec instanceof CodeExec<?> code)) {
      return ScalaValues.none();
    }
    ExecutableWhiskAction executable =
        new ExecutableWhiskAction(
            namespace,
            name,
            code,
            parameters,
            limits,
            version,
            publish,
            annotations,
            ScalaValues.none());
    return ScalaValues.some(executable.<ExecutableWhiskAction>revision(rev()));
  }

  /** What a list shows. */
  @Override
  public JsObject summaryAsJson() {
    boolean binary = exec instanceof CodeExec<?> code && code.binary();
    Map<String, JsValue> fields =
        ScalaValues.with(super.summaryAsJson().fields(), "limits", limits.toJson());
    JsObject shown = Json.object(Json.entry("binary", Json.bool(binary)));
    return new JsObject(ScalaValues.with(fields, "exec", shown));
  }

  private WhiskAction with(Exec newExec, Map<ParameterName, ParameterValue> newParameters) {
    return new WhiskAction(
            namespace, name, newExec, newParameters, limits, version, publish, annotations, updated)
        .revision(rev());
  }

  @Override
  public String productPrefix() {
    return "WhiskAction";
  }

  @Override
  public int productArity() {
    return 9;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(
        n, namespace, name, exec, parameters, limits, version, publish, annotations, updated);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof WhiskAction;
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
