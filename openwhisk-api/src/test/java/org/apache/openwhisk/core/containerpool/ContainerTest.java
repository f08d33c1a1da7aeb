// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import static org.apache.openwhisk.core.containerpool.ActorSystems.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.openwhisk.Json;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ActivationResponse.ContainerConnectionError;
import org.apache.openwhisk.core.entity.ActivationResponse.ContainerResponse;
import org.apache.openwhisk.core.entity.ByteSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import scala.Option;
import scala.Tuple2;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;
import scala.util.Either;
import scala.util.Left;
import scala.util.Right;
import spray.json.JsObject;

class ContainerTest {
  @RegisterExtension static final ActorSystems ACTORS = new ActorSystems();

  private static final FiniteDuration SECOND = new FiniteDuration(1, TimeUnit.SECONDS);
  private static final TransactionMetadata TID =
      TransactionMetadata.apply("abc", Instant.EPOCH, false, Option.empty());

  private final AnsweringContainer container = new AnsweringContainer(ACTORS.system());

  @Test
  void theTraitSetsItsVars() {
    assertThat(container.httpConnection().isDefined()).isFalse();
    assertThat(container.containerHttpMaxConcurrent()).isEqualTo(1);
    assertThat(container.containerHttpTimeout()).hasToString("60 seconds");
    assertThat(container).hasToString("ContainerId(c1)");
  }

  @Test
  void initialisationPostsTheInitializer() throws Exception {
    container.answering(took(7, response(200, "{}")));
    assertThat(await(initialize()).duration()).hasToString("7 milliseconds");
    assertThat(container.calls)
        .containsExactly(
            "/init {\"value\":{\"code\":\"x\"}} 1 second 3 1048576 B 1048576 B true false");
    assertThat(container.containerHttpMaxConcurrent()).isEqualTo(3);
    assertThat(container.containerHttpTimeout()).isSameAs(SECOND);
    assertThat(container.log.lines())
        .containsExactly(
            "3 #tid_abc AnsweringContainer: sending initialization to ContainerId(c1)"
                + " ContainerAddress(host,8080) [marker:invoker_activationInit_start:N]",
            "3 #tid_abc AnsweringContainer: initialization result: ok"
                + " [marker:invoker_activationInit_finish:N:N]");
  }

  @Test
  void aFailedInitialisationIsAnError() {
    container.answering(took(999, response(502, "{\"error\":\"no main\"}")));
    assertThatThrownBy(() -> await(initialize()))
        .isInstanceOf(InitializationError.class)
        .hasMessage("{\"result\":{\"error\":\"no main\"},\"size\":19,\"statusCode\":2}");
  }

  @Test
  void anInitialisationThatFailsAtItsTimeLimitHasTimedOut() {
    container.answering(took(1000, response(502, "{\"error\":\"no main\"}")));
    assertThatThrownBy(() -> await(initialize()))
        .isInstanceOf(InitializationError.class)
        .hasMessage(
            "{\"result\":{\"error\":\"The action exceeded its time limits of 1000 milliseconds"
                + " during initialization.\"},\"statusCode\":2}");
  }

  @Test
  void anInitialisationThatSucceedsLateHasSucceeded() throws Exception {
    container.answering(took(1001, response(200, "")));
    assertThat(await(initialize()).duration()).hasToString("1001 milliseconds");
  }

  @Test
  void runPostsParametersAndEnvironment() throws Exception {
    container.answering(took(5, response(200, "{\"r\":1}")));
    Tuple2<Interval, ActivationResponse> ran = await(run());
    assertThat(ran._2()).hasToString("{\"result\":{\"r\":1},\"size\":7,\"statusCode\":0}");
    assertThat(ran._1().duration()).hasToString("5 milliseconds");
    assertThat(container.calls)
        .containsExactly(
            "/run {\"action_name\":\"/guest/hello\",\"deadline\":\"9\",\"value\":{\"p\":1}}"
                + " 1 second 3 1 MB 2 MB false true");
    assertThat(container.log.lines())
        .containsExactly(
            "3 #tid_abc AnsweringContainer: sending arguments to /guest/hello at ContainerId(c1)"
                + " ContainerAddress(host,8080) [marker:invoker_activationRun_start:N]",
            "3 #tid_abc AnsweringContainer: running result: ok"
                + " [marker:invoker_activationRun_finish:N:N]");
  }

  @Test
  void aRunAtItsTimeLimitHasTimedOut() throws Exception {
    container.answering(took(1000, response(200, "{\"r\":1}")));
    assertThat(await(run())._2())
        .hasToString(
            "{\"result\":{\"error\":\"The action exceeded its time limits of 1000"
                + " milliseconds.\"},\"statusCode\":2}");
    container.answering(took(999, response(200, "{\"r\":1}")));
    assertThat(await(run())._2().isSuccess()).isTrue();
  }

  @Test
  void aRunWithoutAnAnswerIsADeveloperError() throws Exception {
    container.answering(took(5, new Left<>(new ActivationResponse.MemoryExhausted())));
    assertThat(await(run())._2())
        .hasToString(
            "{\"result\":{\"error\":\"The action exhausted its memory and was aborted.\"},"
                + "\"statusCode\":2}");
    assertThat(container.log.lines().get(1)).contains("running result: MemoryExhausted() [");
  }

  @Test
  void status503IsRescheduled() {
    container.answering(took(5, response(503, "{\"error\":\"busy\"}")));
    assertThatThrownBy(() -> await(run()))
        .isInstanceOf(ContainerHealthError.class)
        .hasMessage("c1");
    assertThatThrownBy(() -> await(initialize()))
        .isInstanceOf(ContainerHealthError.class)
        .hasMessage("c1");
  }

  @Test
  void aFailedCallIsLoggedAndFails() {
    container.failing(new IllegalStateException("down"));
    assertThatThrownBy(() -> await(run())).hasMessage("down");
    assertThatThrownBy(() -> await(initialize())).hasMessage("down");
    assertThat(container.log.lines())
        .filteredOn(line -> line.startsWith("2 "))
        .containsExactly(
            "2 #tid_abc AnsweringContainer: run failed with java.lang.IllegalStateException: down"
                + " [marker:invoker_activationRun_error:N:N]",
            "2 #tid_abc AnsweringContainer: initializiation failed with"
                + " java.lang.IllegalStateException: down"
                + " [marker:invoker_activationInit_error:N:N]");
  }

  @Test
  void withoutAnHttpClientTheDefaultCallFails() {
    assertThatThrownBy(
            () ->
                await(
                    Container.callContainer$(
                        container,
                        "/init",
                        (JsObject) Json.parse("{}"),
                        SECOND,
                        1,
                        ByteSize.fromString("1 MB"),
                        ByteSize.fromString("1 MB"),
                        false,
                        false,
                        TID)))
        .hasMessage(
            "container ContainerId(c1) does not override callContainer, and there is no HTTP"
                + " client for /init");
  }

  @Test
  void suspendResumeAndDestroyNeedNoConnection() throws Exception {
    await(container.suspend(TID));
    await(container.resume(TID));
    await(container.destroy(TID));
    assertThat(container.calls).isEmpty();
  }

  private Future<Interval> initialize() {
    return container.initialize(
        (JsObject) Json.parse("{\"code\":\"x\"}"),
        SECOND,
        3,
        container.initialize$default$4(),
        TID);
  }

  private Future<Tuple2<Interval, ActivationResponse>> run() {
    return container.run(
        Json.parse("{\"p\":1}"),
        (JsObject) Json.parse("{\"action_name\":\"/guest/hello\",\"deadline\":\"9\"}"),
        SECOND,
        3,
        ByteSize.fromString("1 MB"),
        ByteSize.fromString("2 MB"),
        true,
        TID);
  }

  private static RunResult took(
      long millis, Either<ContainerConnectionError, ContainerResponse> answer) {
    Instant start = Instant.EPOCH;
    return RunResult.apply(Interval.apply(start, start.plusMillis(millis)), answer);
  }

  private static Either<ContainerConnectionError, ContainerResponse> response(
      int status, String body) {
    return new Right<>(new ContainerResponse(status, body, Option.empty()));
  }
}
