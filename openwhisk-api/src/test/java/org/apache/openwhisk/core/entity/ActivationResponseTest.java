// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import static org.apache.openwhisk.core.entity.Recordings.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.openwhisk.common.RecordedLog;
import org.apache.openwhisk.core.entity.ActivationResponse.ContainerConnectionError;
import org.apache.openwhisk.core.entity.ActivationResponse.ContainerResponse;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import scala.Option;
import scala.Some;
import scala.Tuple2;
import scala.util.Either;
import scala.util.Left;
import scala.util.Right;

class ActivationResponseTest {
  private static final ActivationResponse$ RESPONSES = ActivationResponse$.MODULE$;

  private final RecordedLog log = new RecordedLog();

  @TestFactory
  Stream<DynamicTest> answersGiveWhatOpenWhiskGave() {
    return Recordings.table("responses").stream()
        .map(row -> DynamicTest.dynamicTest(row.get(0), () -> compare(row)));
  }

  private void compare(List<String> row) {
    int status = Integer.parseInt(row.get(0).substring(0, 3));
    Either<ContainerConnectionError, ContainerResponse> answer =
        new Right<>(new ContainerResponse(status, row.get(0).substring(4), Option.empty()));
    assertThat(outcome(() -> RESPONSES.processRunResponseContent(answer, log)))
        .isEqualTo(row.get(1));
    assertThat(outcome(() -> RESPONSES.processInitResponseContent(answer, log)))
        .isEqualTo(row.get(2));
  }

  @Test
  void anAnswerThatIsNoJsonIsLogged() {
    RESPONSES.processRunResponseContent(
        new Right<>(new ContainerResponse(200, "nope", Option.empty())), log);
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith(
            "2 #tid_sid_unknown ActivationResponse$: response did not json parse: 'nope' led"
                + " to spray.json.JsonParser$ParsingException: Unexpected character 'o' at input index 0");
  }

  @Test
  void anAnswerThatWasCutTellsItsLength() {
    ByteSize length = ByteSize.apply(99, SizeUnits.BYTE$.MODULE$);
    ByteSize allowed = ByteSize.apply(10, SizeUnits.BYTE$.MODULE$);
    ContainerResponse cut =
        new ContainerResponse(200, "{\"ab", new Some<>(new Tuple2<>(length, allowed)));
    assertThat(cut.ok()).isFalse();
    assertThat(cut).hasToString("ok, truncated (99 B,10 B)");
    String result =
        "{\"result\":{\"error\":\"The action produced a response that exceeded the allowed length:"
            + " 99 > 10 bytes. The truncated response was: {\\\"ab\"},\"size\":99,\"statusCode\":";
    assertThat(RESPONSES.processRunResponseContent(new Right<>(cut), log))
        .hasToString(result + "1}");
    assertThat(RESPONSES.processInitResponseContent(new Right<>(cut), log))
        .hasToString(result + "2}");
  }

  @Test
  void noAnswerIsADeveloperError() {
    Throwable why = new IllegalStateException("why");
    assertNoAnswer(
        new ActivationResponse.MemoryExhausted(),
        "The action exhausted its memory and was aborted.",
        "The action exhausted its memory and was aborted.");
    for (ContainerConnectionError error :
        List.of(
            new ActivationResponse.Timeout(why),
            new ActivationResponse.ConnectionError(why),
            new ActivationResponse.NoResponseReceived())) {
      assertNoAnswer(
          error,
          "The action did not produce a valid response and exited unexpectedly.",
          "The action did not initialize and exited unexpectedly.");
    }
  }

  private void assertNoAnswer(ContainerConnectionError error, String run, String init) {
    assertThat(RESPONSES.processRunResponseContent(new Left<>(error), log))
        .hasToString("{\"result\":{\"error\":\"" + run + "\"},\"statusCode\":2}");
    assertThat(RESPONSES.processInitResponseContent(new Left<>(error), log))
        .hasToString("{\"result\":{\"error\":\"" + init + "\"},\"statusCode\":2}");
  }

  @Test
  void usersSeeWordsInPlaceOfTheCode() {
    assertThat(RESPONSES.applicationError("a").toExtendedJson())
        .hasToString(
            "{\"result\":{\"error\":\"a\"},\"status\":\"application error\",\"success\":false}");
    assertThat(RESPONSES.success(Option.empty(), new Some<>(7)).toExtendedJson())
        .hasToString("{\"size\":7,\"status\":\"success\",\"success\":true}");
    assertThat(RESPONSES.messageForCode(2)).isEqualTo("action developer error");
    assertThat(RESPONSES.messageForCode(3)).isEqualTo("whisk internal error");
    assertThat(outcome(() -> RESPONSES.messageForCode(4)))
        .isEqualTo("IllegalArgumentException: requirement failed");
  }

  @Test
  void jsonIsReadBack() {
    ActivationResponse error = RESPONSES.whiskError("w");
    assertThat(RESPONSES.serdes().read(RESPONSES.serdes().write(error))).isEqualTo(error);
    assertThat(error.withoutResult()).hasToString("{\"statusCode\":3}").isNotEqualTo(error);
  }
}
