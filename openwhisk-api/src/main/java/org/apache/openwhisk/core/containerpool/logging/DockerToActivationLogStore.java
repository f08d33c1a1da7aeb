// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.logging;

import akka.NotUsed;
import akka.actor.ActorSystem;
import akka.stream.Materializer$;
import akka.stream.scaladsl.Flow;
import akka.stream.scaladsl.Sink$;
import akka.stream.scaladsl.Source;
import akka.util.ByteString;
import akka.util.ByteString$;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.time.Instant;
import java.util.List;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.database.UserContext;
import org.apache.openwhisk.core.entity.ActivationLogs;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.Identity;
import org.apache.openwhisk.core.entity.LogLimit;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.apache.openwhisk.http.Messages;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Seq;
import scala.collection.immutable.Set;
import scala.collection.immutable.Vector;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Future$;

/**
 * Reads a container's lines and keeps them in the activation's record (OpenWhisk's default log
 * store; nothing in it is particular to Docker but the {@code --log-driver} option).
 */
public class DockerToActivationLogStore implements LogStore {
  private final ActorSystem actorSystem;
  private boolean logCollectionOutOfBand;

  /** A store that works on the actor system's dispatcher. */
  public DockerToActivationLogStore(ActorSystem system) {
    this.actorSystem = system;
    LogStore.$init$(this);
  }

  /** Each element, a {@link LogLine} in JSON, as users see it. */
  public static Flow<ByteString, String, NotUsed> toFormattedString() {
    return akka.stream.javadsl.Flow.of(ByteString.class)
        .map(line -> LogLine.serdes().read(Json.parse(line.utf8String())).toFormattedString())
        .asScala();
  }

  @Override
  public boolean logCollectionOutOfBand() {
    return logCollectionOutOfBand;
  }

  @Override
  public void
      org$apache$openwhisk$core$containerpool$logging$LogStore$_setter_$logCollectionOutOfBand_$eq(
          boolean outOfBand) {
    logCollectionOutOfBand = outOfBand;
  }

  /** Where futures run: the actor system's dispatcher. */
  public ExecutionContext ec() {
    return actorSystem.dispatcher();
  }

  /** The actor system. */
  public ActorSystem actorSystem() {
    return actorSystem;
  }

  @Override
  public Map<String, Set<String>> containerParameters() {
    return ScalaValues.with(
        ScalaValues.map(), "--log-driver", ScalaValues.set(List.of("json-file")));
  }

  /** The lines of the record; fails where there are none. */
  @Override
  public Future<ActivationLogs> fetchLogs(
      String namespace,
      String activationId,
      Option<Instant> start,
      Option<Instant> end,
      Option<ActivationLogs> activationLogs,
      UserContext context) {
    return activationLogs.isDefined()
        ? Future$.MODULE$.successful(activationLogs.get())
        : Future$.MODULE$.failed(
            new RuntimeException("Activation logs not available for activation " + activationId));
  }

  /**
   * The container's lines, with a warning after them where the activation ended in a developer
   * error. The end mark is waited for only where the runtime writes one and did not fail.
   *
   * @param logLimit in megabytes
   */
  public Source<ByteString, Object> logStream(
      TransactionMetadata transid,
      Container container,
      int logLimit,
      boolean sentinelledLogs,
      boolean isDeveloperError) {
    Source<ByteString, Object> logs =
        container.logs(
            LogLimit.asMegaBytes$extension(logLimit),
            sentinelledLogs && !isDeveloperError,
            transid);
    if (!isDeveloperError) {
      return logs;
    }
    LogLine warning =
        new LogLine(Instant.now().toString(), "stderr", Messages.logWarningDeveloperError());
    String json = LogLine.serdes().write(warning).compactPrint();
    return logs.asJava()
        .concat(akka.stream.javadsl.Source.single(ByteString$.MODULE$.apply(json)))
        .asScala();
  }

  /**
   * Whether the lines are incomplete: the last one, or the last but one before the warning of a
   * developer error, says that they were cut or could not be read; or that warning is missing.
   *
   * @param logLimit in megabytes
   */
  public boolean isLogCollectingError(
      Vector<String> actLogs, int logLimit, boolean isDeveloperError) {
    int size = actLogs.size();
    if (!isDeveloperError) {
      return size > 0 && saysIncomplete(actLogs.apply(size - 1), logLimit);
    }
    boolean warned =
        size > 0 && actLogs.apply(size - 1).contains(Messages.logWarningDeveloperError());
    return !warned || (size > 1 && saysIncomplete(actLogs.apply(size - 2), logLimit));
  }

  @Override
  public Future<ActivationLogs> collectLogs(
      TransactionMetadata transid,
      Identity user,
      WhiskActivation activation,
      Container container,
      ExecutableWhiskAction action) {
    int logLimit = action.limits().logs();
    boolean isDeveloperError = activation.response().isContainerError();
    Future<Seq<String>> lines =
        logStream(transid, container, logLimit, action.exec().sentinelledLogs(), isDeveloperError)
            .via(toFormattedString())
            .runWith(Sink$.MODULE$.<String>seq(), Materializer$.MODULE$.matFromSystem(actorSystem));
    return lines.map(
        seq -> {
          Vector<String> logs = seq.toVector();
          if (isLogCollectingError(logs, logLimit, isDeveloperError)) {
            throw ScalaValues.<RuntimeException>sneak(new LogCollectingException(logs));
          }
          return new ActivationLogs(logs);
        },
        ec());
  }

  private static boolean saysIncomplete(String line, int logLimit) {
    return line.contains(Messages.logFailure())
        || line.contains(Messages.truncateLogs(LogLimit.asMegaBytes$extension(logLimit)));
  }
}
