// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.openwhisk.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.Option;
import scala.Some;

class TransactionIdTest {
  private static final TransactionMetadata TID =
      TransactionMetadata.apply("abc", Instant.EPOCH, false, Option.empty());

  private final RecordedLog log = new RecordedLog();

  @Test
  void aStepIsMarkedAtItsBeginningAndEnd() {
    StartMarker start =
        TransactionId.started$extension(
            TID, "me", LoggingMarkers.INVOKER_KUBEAPI_CMD("get"), () -> "go", 4, log);
    TransactionId.finished$extension(TID, "me", start, () -> "done", 3, Instant.now(), log);
    TransactionId.finished$extension(TID, "me", start, () -> "silent", 4, Instant.now(), log);
    TransactionId.failed$extension(TID, "me", start, () -> "bad", 2, log);
    assertThat(log.lines())
        .containsExactly(
            "3 #tid_abc me: go [marker:invoker_kubeapi.get_start:N]",
            "3 #tid_abc me: done [marker:invoker_kubeapi.get_finish:N:N]",
            "3 #tid_abc me:  [marker:invoker_kubeapi.get_finish:N:N]",
            "2 #tid_abc me: bad [marker:invoker_kubeapi.get_error:N:N]");
  }

  @Test
  void anEventIsCounted() {
    LogMarkerToken event = LoggingMarkers.INVOKER_CONTAINER_START("cold", "me", "ns", "action");
    TransactionId.mark$extension(TID, "me", event, () -> "containerStart", 4, log);
    assertThat(log.lines())
        .containsExactly(
            "3 #tid_abc me: containerStart [marker:invoker_containerStart.cold_counter:N]");
    assertThat(event.tags().mkString(","))
        .isEqualTo("containerState -> cold,initiator -> me,namespace -> ns,action -> action");
  }

  @Test
  void tokensAreReadFromTheirText() {
    LogMarkerToken token = LogMarkerToken.parse("invoker_docker.pull_start");
    assertThat(token).hasToString("invoker_docker_start");
    assertThat(token.asFinish().toStringWithSubAction()).isEqualTo("invoker_docker.pull_finish");
    assertThat(token.asError().toStringWithSubAction()).isEqualTo("invoker_docker.pull_error");
  }

  @Test
  void aChildKnowsItsRoot() {
    TransactionMetadata child = TransactionId.childOf(TransactionId.childOf(TID));
    assertThat(TransactionId.root$extension(child)).isSameAs(TID);
    assertThat(TransactionId.hasParent$extension(child)).isTrue();
    assertThat(TransactionId.hasParent$extension(TID)).isFalse();
    assertThat(TransactionId.id$extension(child)).matches("[A-Za-z0-9]{32}");
  }

  @Test
  void theSystemsOwnAreNamed() {
    assertThat(TransactionId.invokerHealth()).hasToString("#tid_sid_invokerHealth");
    assertThat(TransactionId.unknown()).hasToString("#tid_sid_unknown");
    assertThat(TransactionId.toHeader$extension(TID)).hasToString("X-Request-ID: abc");
  }

  @Test
  void theContainerTransactionsCanBeReplaced() {
    TransactionMetadata before = TransactionId.containerCreation();
    TransactionId.containerCreation_$eq(TID);
    assertThat(TransactionId.containerCreation()).isSameAs(TID);
    TransactionId.containerCreation_$eq(before);
  }

  @Test
  void jsonLeavesOutWhatIsNotSet() {
    TransactionMetadata root =
        TransactionMetadata.apply("j", Instant.ofEpochMilli(6), false, Option.empty());
    TransactionMetadata child =
        TransactionMetadata.apply("i", Instant.ofEpochMilli(5), true, new Some<>(root));
    assertThat(TransactionId.serialize$extension(child)).isEqualTo("[\"i\",5,true,[\"j\",6]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "['a',1] | ['a',1]",
        "['a',1,true] | ['a',1,true]",
        "['a',1,false] | ['a',1]",
        "['a',1,['b',2]] | ['a',1,['b',2]]",
        "['a',1,true,['b',2]] | ['a',1,true,['b',2]]",
        "['a',1,['b']] | ['a',1]",
      })
  void jsonIsRead(String text, String same) {
    TransactionId read = TransactionId.serdes().read(Json.parse(text.replace('\'', '"')));
    assertThat(TransactionId.serialize$extension(read.meta())).isEqualTo(same.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"['a']", "{}", "['a',1,2,3]", "[1,'a']"})
  void otherJsonIsUnknown(String text) {
    assertThat(TransactionId.serdes().read(Json.parse(text.replace('\'', '"'))).meta())
        .isSameAs(TransactionId.unknown());
  }
}
