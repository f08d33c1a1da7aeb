// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.logging;

import static org.apache.openwhisk.core.containerpool.ActorSystems.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.openwhisk.ScalaValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.ActorSystems;
import org.apache.openwhisk.core.containerpool.AnsweringContainer;
import org.apache.openwhisk.core.database.UserContext;
import org.apache.openwhisk.core.entity.ActionLimits;
import org.apache.openwhisk.core.entity.ActivationLogs;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ActivationResponse$;
import org.apache.openwhisk.core.entity.BlackBoxExec;
import org.apache.openwhisk.core.entity.ExecManifest;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.GenericAuthKey;
import org.apache.openwhisk.core.entity.Identity;
import org.apache.openwhisk.core.entity.Namespace;
import org.apache.openwhisk.core.entity.SemVer$;
import org.apache.openwhisk.core.entity.UserLimits;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.apache.openwhisk.http.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import scala.Option;
import scala.Some;
import scala.collection.immutable.Vector;
import scala.concurrent.duration.FiniteDuration;
import spray.json.JsObject;

class DockerToActivationLogStoreTest {
  @RegisterExtension static final ActorSystems ACTORS = new ActorSystems();

  private static final TransactionMetadata TID =
      TransactionMetadata.apply("abc", Instant.EPOCH, false, Option.empty());
  private static final Identity USER =
      Identity.apply(
          "guest",
          Namespace.apply("guest", "uuid"),
          new GenericAuthKey(new JsObject(ScalaValues.map())),
          ScalaValues.set(List.of()),
          UserLimits.standardUserLimits());
  private static final ActivationResponse SUCCESS =
      ActivationResponse$.MODULE$.success(Option.empty(), Option.empty());
  private static final ActivationResponse FAILURE =
      ActivationResponse$.MODULE$.developerError("no", Option.empty());
  private static final String TWO_MB =
      "Logs were truncated because the total bytes size exceeds the limit of 2097152 bytes.";

  private final LogStore store =
      DockerToActivationLogStoreProvider$.MODULE$.instance(ACTORS.system());
  private final AnsweringContainer container = new AnsweringContainer(ACTORS.system());

  @Test
  void linesAreFormatted() throws Exception {
    container.lines =
        List.of(
            line("2020-01-01T00:00:00.123456789Z", "stdout", "hello\\n"),
            line("2020", "stderr", "x\\r\\n"));
    assertThat(collect(SUCCESS))
        .containsExactly(
            "2020-01-01T00:00:00.123456789Z stdout: hello",
            "2020                           stderr: x");
    assertThat(container.calls).containsExactly("logs 2 MB true");
  }

  @Test
  void aDeveloperErrorIsFollowedByAWarning() throws Exception {
    container.lines = List.of(line("2020", "stdout", "a"));
    List<String> lines = collect(FAILURE);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1))
        .endsWith(
            " stderr: The action did not initialize or run as expected. Log data might be"
                + " missing.");
    assertThat(container.calls).containsExactly("logs 2 MB false");
  }

  @Test
  void aLogThatWasCutFailsWithItsLines() {
    container.lines = List.of(line("2020", "stdout", "a"), line("2020", "stderr", TWO_MB));
    assertThatThrownBy(() -> collect(SUCCESS))
        .isInstanceOfSatisfying(
            LogCollectingException.class,
            e -> assertThat(strings(e.partialLogs())).hasSize(2).last().asString().endsWith(TWO_MB))
        .hasMessage("Failed to read logs");
    assertThatThrownBy(() -> collect(FAILURE)).isInstanceOf(LogCollectingException.class);
  }

  @Test
  void aLogThatCouldNotBeReadFails() {
    container.lines = List.of(line("2020", "stderr", Messages.logFailure()));
    assertThatThrownBy(() -> collect(SUCCESS)).isInstanceOf(LogCollectingException.class);
  }

  @Test
  void onlyTheLastLineTells() throws Exception {
    container.lines = List.of(line("2020", "stderr", TWO_MB), line("2020", "stdout", "a"));
    assertThat(collect(SUCCESS)).hasSize(2);
  }

  @Test
  void aLineThatIsNoJsonFails() {
    container.lines = List.of("hello");
    assertThatThrownBy(() -> collect(SUCCESS))
        .hasMessageStartingWith("Unexpected character 'h' at input index 0");
    container.lines = List.of("{\"time\":\"2020\",\"stream\":\"stdout\"}");
    assertThatThrownBy(() -> collect(SUCCESS))
        .hasMessage("Object is missing required member 'log'");
  }

  @Test
  void theRecordsLinesAreFetched() throws Exception {
    ActivationLogs logs = new ActivationLogs(ScalaValues.vector(List.of("a")));
    UserContext context =
        UserContext.apply(
            USER,
            akka.http.scaladsl.model.HttpRequest$.MODULE$.apply(
                akka.http.scaladsl.model.HttpRequest$.MODULE$.apply$default$1(),
                akka.http.scaladsl.model.HttpRequest$.MODULE$.apply$default$2(),
                akka.http.scaladsl.model.HttpRequest$.MODULE$.apply$default$3(),
                akka.http.scaladsl.model.HttpRequest$.MODULE$.apply$default$4(),
                akka.http.scaladsl.model.HttpRequest$.MODULE$.apply$default$5()));
    assertThat(
            await(
                store.fetchLogs(
                    "guest", "id", Option.empty(), Option.empty(), new Some<>(logs), context)))
        .isSameAs(logs);
    assertThatThrownBy(
            () ->
                await(
                    store.fetchLogs(
                        "guest", "id", Option.empty(), Option.empty(), Option.empty(), context)))
        .hasMessage("Activation logs not available for activation id");
  }

  @Test
  void containersGetAParameter() {
    assertThat(store.containerParameters()).hasToString("Map(--log-driver -> Set(json-file))");
    assertThat(store.logCollectionOutOfBand()).isFalse();
  }

  private List<String> collect(ActivationResponse response) throws Exception {
    return strings(
        await(store.collectLogs(TID, USER, activation(response), container, action())).logs());
  }

  private static List<String> strings(Vector<String> lines) {
    List<String> all = new ArrayList<>();
    ScalaValues.each(lines).forEach(all::add);
    return all;
  }

  private static String line(String time, String stream, String log) {
    return "{\"time\":\"" + time + "\",\"stream\":\"" + stream + "\",\"log\":\"" + log + "\"}";
  }

  private static ExecutableWhiskAction action() {
    ExecManifest.ImageName image =
        new ExecManifest.ImageName("i", Option.empty(), Option.empty(), Option.empty());
    return ExecutableWhiskAction.apply(
        ScalaValues.vector(List.of("guest")),
        "hello",
        new BlackBoxExec(image, Option.empty(), Option.empty(), true, false),
        ScalaValues.map(),
        new ActionLimits(new FiniteDuration(1, TimeUnit.SECONDS), 128, 2, 1, Option.empty()),
        SemVer$.MODULE$.apply(),
        false,
        ScalaValues.map(),
        Option.empty());
  }

  private static WhiskActivation activation(ActivationResponse response) {
    return WhiskActivation.apply(
        ScalaValues.vector(List.of("guest")),
        "hello",
        "guest",
        "0123456789abcdef0123456789abcdef",
        Instant.EPOCH,
        Instant.EPOCH,
        Option.empty(),
        response,
        ScalaValues.vector(List.of()),
        SemVer$.MODULE$.apply(),
        false,
        ScalaValues.map(),
        Option.empty());
  }
}
