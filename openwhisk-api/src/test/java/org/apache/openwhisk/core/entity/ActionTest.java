// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scala.collection.immutable.Map;
import spray.json.JsValue;

class ActionTest {
  private static final String EXEC =
      "{\"kind\":\"wasm\",\"code\":\"AGFzbQEAAAAB\",\"binary\":true}";
  private static final String ACTION =
      "{\"annotations\":[{\"key\":\"final\",\"value\":true}],\"exec\":"
          + EXEC
          + ",\"limits\":{\"concurrency\":3,\"logs\":2,\"memory\":128,\"timeout\":1000},"
          + "\"name\":\"hello\",\"namespace\":\"guest/pkg\",\"parameters\":[{\"key\":\"a\","
          + "\"value\":1}],\"publish\":false,\"updated\":1600000000000,\"version\":\"0.0.2\"}";

  @BeforeAll
  static void manifest() {
    Recordings.manifest();
  }

  @Test
  void jsonIsReadAndWritten() {
    WhiskAction action = action(ACTION);
    assertThat(WhiskAction.serdes().write(action)).hasToString(ACTION);
    assertThat(action).hasToString("WhiskAction/guest/pkg/hello@0.0.2");
    assertThat(action.toJson()).hasToString(ACTION.replace("\"updated\":1600000000000,", ""));
    assertThat(action.docinfo()).hasToString("id: guest/pkg/hello");
  }

  @Test
  void aListShowsLimitsAndWhetherTheCodeIsBinary() {
    assertThat(action(ACTION).summaryAsJson())
        .hasToString(
            ACTION
                .replace(EXEC, "{\"binary\":true}")
                .replace("\"parameters\":[{\"key\":\"a\",\"value\":1}],", ""));
  }

  @Test
  void theDocumentHasIdRevisionAndType() {
    WhiskAction action = action(ACTION).revision("1-x");
    assertThat(action.toDocumentRecord())
        .hasToString(
            "{\"_id\":\"guest/pkg/hello\",\"_rev\":\"1-x\","
                + ACTION.substring(1).replace(",\"exec\"", ",\"entityType\":\"action\",\"exec\""));
    assertThat(action.toExecutableWhiskAction().get().rev()).isEqualTo("1-x");
  }

  @Test
  void theInitializerHasTheCode() {
    assertThat(executable(ACTION).containerInitializer(ScalaValues.map()))
        .hasToString(
            "{\"name\":\"hello\",\"binary\":true,\"main\":\"main\",\"code\":\"AGFzbQEAAAAB\"}");
  }

  @Test
  void theInitializersEnvironmentIsTexts() {
    Map<String, JsValue> env = ScalaValues.map();
    env = ScalaValues.with(env, "A", Json.parse("\"s\""));
    env = ScalaValues.with(env, "B", Json.parse("null"));
    env = ScalaValues.with(env, "C", Json.parse("true"));
    env = ScalaValues.with(env, "D", Json.parse("1.50"));
    env = ScalaValues.with(env, "E", Json.parse("{\"x\":[1]}"));
    env = ScalaValues.with(env, "F", Json.parse("1e3"));
    assertThat(Json.member(executable(ACTION).containerInitializer(env), "env"))
        .hasToString(
            "{\"E\":\"{\\\"x\\\":[1]}\",\"F\":\"1E+3\",\"A\":\"s\",\"B\":\"\",\"C\":\"true\","
                + "\"D\":\"1.50\"}");
  }

  @Test
  void aBlackboxNeedsNoCode() {
    String blackbox = "{\"kind\":\"blackbox\",\"image\":\"me/mine\",\"main\":\"go\"}";
    assertThat(executable(ACTION.replace(EXEC, blackbox)).containerInitializer(ScalaValues.map()))
        .hasToString("{\"name\":\"hello\",\"binary\":false,\"main\":\"go\"}");
  }

  @Test
  void aSequenceIsNoneThatAContainerRuns() {
    String sequence = "{\"kind\":\"sequence\",\"components\":[\"/_/a\",\"/b/c/d\"]}";
    WhiskAction action = action(ACTION.replace(EXEC, sequence));
    assertThat(action.toExecutableWhiskAction().isDefined()).isFalse();
    assertThat(action.resolve("guest").exec())
        .hasToString("{\"components\":[\"/guest/a\",\"/b/c/d\"],\"kind\":\"sequence\"}");
  }

  @Test
  void callersMayNotReplaceFinalParameters() {
    assertThat(action(ACTION).immutableParameters()).hasToString("Set(a)");
    assertThat(action(ACTION.replace("final", "other")).immutableParameters()).hasToString("Set()");
  }

  @Test
  void ownParametersReplaceThoseOfThePackage() {
    Map<ParameterName, ParameterValue> ofThePackage =
        Parameters.$plus$plus$extension0(
            Parameters$.MODULE$.apply("a", Json.parse("2")),
            Parameters$.MODULE$.apply("b", Json.parse("3")));
    assertThat(Parameters.toJsObject$extension(action(ACTION).inherit(ofThePackage).parameters()))
        .hasToString("{\"a\":1,\"b\":3}");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> action("{}"))
        .hasMessage("Object is missing required member 'namespace'");
    assertThatThrownBy(() -> action(ACTION.replace("\"hello\"", "\"-\"")))
        .hasMessage("entity name malformed");
    assertThatThrownBy(() -> action(ACTION.replace("guest/pkg", "-")))
        .hasMessage("namespace malformed");
  }

  private static WhiskAction action(String json) {
    return WhiskAction.serdes().read(Json.parse(json));
  }

  private static ExecutableWhiskAction executable(String json) {
    return action(json).toExecutableWhiskAction().get();
  }
}
