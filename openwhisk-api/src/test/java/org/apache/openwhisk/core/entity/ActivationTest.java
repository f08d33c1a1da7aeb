// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final String RECORD =
      "{\"activationId\":\""
          + ID
          + "\",\"annotations\":[{\"key\":\"kind\",\"value\":\"wasm\"}],\"end\":2500,"
          + "\"logs\":[\"l1\",\"l2\"],\"name\":\"hello\",\"namespace\":\"guest\","
          + "\"publish\":false,\"response\":{\"result\":{\"r\":1},\"size\":7,\"statusCode\":0},"
          + "\"start\":1000,\"subject\":\"guestsub\",\"version\":\"0.0.1\"}";

  @Test
  void jsonIsReadAndWritten() {
    assertThat(activation(RECORD).toJson()).hasToString(RECORD);
    String more = RECORD.replace("\"end\"", "\"cause\":\"" + ID + "\",\"duration\":9,\"end\"");
    assertThat(activation(more).toJson()).hasToString(more);
    assertThat(activation(RECORD)).hasToString("WhiskActivation/guest/" + ID + "@0.0.1");
  }

  @Test
  void usersSeeTheStatusInWordsAndTheDuration() {
    assertThat(
            activation(RECORD)
                .toExtendedJson(
                    ScalaValues.vector(List.of("logs")),
                    ScalaValues.with(ScalaValues.map(), "x", Json.number(1))))
        .hasToString(
            RECORD
                .replace("\"end\"", "\"duration\":1500,\"end\"")
                .replace("\"logs\":[\"l1\",\"l2\"],", "")
                .replace("\"statusCode\":0", "\"status\":\"success\",\"success\":true")
                .replace("\"0.0.1\"}", "\"0.0.1\",\"x\":1}"));
  }

  @Test
  void withoutAnEndThereIsNoDuration() {
    WhiskActivation fired = activation(RECORD.replace("2500", "0"));
    String shown =
        fired
            .toExtendedJson(fired.toExtendedJson$default$1(), fired.toExtendedJson$default$2())
            .compactPrint();
    assertThat(shown).doesNotContain("\"end\"", "\"duration\"");
  }

  @Test
  void aListShowsTheSummary() {
    assertThat(activation(RECORD).summaryAsJson())
        .hasToString(
            "{\"activationId\":\""
                + ID
                + "\",\"annotations\":[{\"key\":\"kind\",\"value\":\"wasm\"}],\"duration\":1500,"
                + "\"end\":2500,\"name\":\"hello\",\"namespace\":\"guest\",\"publish\":false,"
                + "\"start\":1000,\"statusCode\":0,\"version\":\"0.0.1\"}");
  }

  @Test
  void partsCanBeTaken() {
    WhiskActivation activation = activation(RECORD);
    assertThat(activation.resultAsJson()).hasToString("{\"r\":1}");
    assertThat(activation.withoutLogs().logs()).hasToString("Vector()");
    assertThat(activation.withLogs(ScalaValues.vector(List.of("a"))).logs())
        .hasToString("Vector(a)");
    assertThat(activation.withoutResult().response()).hasToString("{\"statusCode\":0}");
    assertThat(activation.withoutLogsOrResult().annotations().size()).isEqualTo(1);
    assertThat(activation.metadata().annotations().size()).isZero();
    assertThat(activation.<WhiskActivation>revision("2-y").withoutLogs().rev()).isEqualTo("2-y");
  }

  @Test
  void aResultThatIsNoObjectIsNotTaken() {
    assertThatThrownBy(() -> activation(RECORD.replace("{\"r\":1}", "[1]")).resultAsJson())
        .hasMessage("JSON object expected");
  }

  @Test
  void aTimeOutIsAnnotated() {
    assertThat(activation(RECORD).isTimedoutActivation()).isFalse();
    String timedOut = RECORD.replace("\"kind\",\"value\":\"wasm\"", "\"timeout\",\"value\":true");
    assertThat(activation(timedOut).isTimedoutActivation()).isTrue();
  }

  @Test
  void timesMayBeTexts() {
    String text = RECORD.replace("\"start\":1000", "\"start\":\"1970-01-01T00:00:01Z\"");
    assertThat(activation(text).toJson()).hasToString(RECORD);
    assertThatThrownBy(() -> activation(RECORD.replace("\"start\":1000", "\"start\":\"now\"")))
        .hasMessage("timestamp malformed");
  }

  private static WhiskActivation activation(String json) {
    return WhiskActivation.serdes().read(Json.parse(json));
  }
}
