// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import akka.actor.ActorSystem;
import akka.stream.scaladsl.Source;
import akka.util.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.RecordedLog;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.entity.ByteSize;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.duration.FiniteDuration;
import spray.json.JsObject;

/** A container whose calls are written down and answered with what the test set. */
public final class AnsweringContainer implements Container {
  /** The calls so far: path, body and the arguments in their order. */
  public final List<String> calls = new ArrayList<>();

  /** What {@link #logs} gives, each one element. */
  public List<String> lines = List.of();

  /** The log. */
  public final RecordedLog log = new RecordedLog();

  private final ActorSystem system;
  private Future<RunResult> answer = Future$.MODULE$.failed(new IllegalStateException("none"));
  private @Nullable Option<ContainerClient> connection;
  private int maxConcurrent;
  private @Nullable FiniteDuration timeout;

  /** A container of no answer yet. */
  public AnsweringContainer(ActorSystem system) {
    this.system = system;
    Container.$init$(this);
  }

  /** Answers every further call so. */
  public AnsweringContainer answering(RunResult result) {
    answer = Future$.MODULE$.successful(result);
    return this;
  }

  /** Fails every further call so. */
  public AnsweringContainer failing(Throwable failure) {
    answer = Future$.MODULE$.failed(failure);
    return this;
  }

  @Override
  public Future<RunResult> callContainer(
      String path,
      JsObject body,
      FiniteDuration limit,
      int concurrent,
      ByteSize maxResponse,
      ByteSize truncation,
      boolean retry,
      boolean reschedule,
      TransactionMetadata transid) {
    calls.add(
        path
            + " "
            + body.compactPrint()
            + " "
            + limit
            + " "
            + concurrent
            + " "
            + maxResponse
            + " "
            + truncation
            + " "
            + retry
            + " "
            + reschedule);
    return answer;
  }

  @Override
  public Source<ByteString, Object> logs(
      ByteSize limit, boolean waitForSentinel, TransactionMetadata transid) {
    calls.add("logs " + limit + " " + waitForSentinel);
    return akka.stream.javadsl.Source.from(lines)
        .map(ByteString::fromString)
        .<Object>mapMaterializedValue(unused -> unused)
        .asScala();
  }

  @Override
  public ActorSystem as() {
    return system;
  }

  @Override
  public ContainerId id() {
    return ContainerId.apply("c1");
  }

  @Override
  public ContainerAddress addr() {
    return ContainerAddress.apply("host", 8080);
  }

  @Override
  public Logging logging() {
    return log;
  }

  @Override
  public ExecutionContext ec() {
    return system.dispatcher();
  }

  @Override
  public Option<ContainerClient> httpConnection() {
    return java.util.Objects.requireNonNull(connection);
  }

  @Override
  public void httpConnection_$eq(Option<ContainerClient> client) {
    connection = client;
  }

  @Override
  public int containerHttpMaxConcurrent() {
    return maxConcurrent;
  }

  @Override
  public void containerHttpMaxConcurrent_$eq(int concurrent) {
    maxConcurrent = concurrent;
  }

  @Override
  public FiniteDuration containerHttpTimeout() {
    return java.util.Objects.requireNonNull(timeout);
  }

  @Override
  public void containerHttpTimeout_$eq(FiniteDuration limit) {
    timeout = limit;
  }

  @Override
  public String toString() {
    return Container.toString$(this);
  }
}
