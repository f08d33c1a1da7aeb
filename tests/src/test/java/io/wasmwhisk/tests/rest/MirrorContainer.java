// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.rest;

import akka.NotUsed;
import akka.actor.ActorSystem;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.wasmwhisk.standalone.json.Fields;
import io.wasmwhisk.standalone.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerAddress;
import org.apache.openwhisk.core.containerpool.ContainerClient;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.containerpool.RunResult;
import org.apache.openwhisk.core.entity.ActivationResponse.ContainerConnectionError;
import org.apache.openwhisk.core.entity.ActivationResponse.ContainerResponse;
import org.apache.openwhisk.core.entity.ActivationResponse.MemoryExhausted;
import org.apache.openwhisk.core.entity.ActivationResponse.Timeout;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.SizeUnits;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Tuple2;
import scala.compat.java8.FutureConverters;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;
import scala.util.Either;
import scala.util.Left;
import scala.util.Right;
import spray.json.JsNumber;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * A container that answers as its parameters say, in this order: {@code sleepMs} waits that long
 * first; {@code status} answers with that HTTP status; {@code oom}, {@code timeout}, {@code trunc}
 * answer as a container out of memory, past its deadline, or with too long a response; {@code raw}
 * is the text of the result; else the result is {@code {"params": <the parameters>}}. It logs one
 * line to stdout and one to stderr.
 */
final class MirrorContainer implements Container {
  private static final DateTimeFormatter NANOSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String id;
  private final ActorSystem system;
  private final Logging logging;
  private Option<ContainerClient> connection = Option.empty();
  private int httpMaxConcurrent = 1;
  private FiniteDuration httpTimeout = FiniteDuration.apply(1, "minute");

  MirrorContainer(String id, ActorSystem system, Logging logging) {
    this.id = id;
    this.system = system;
    this.logging = logging;
  }

  @Override
  public Future<RunResult> callContainer(
      String path,
      JsObject body,
      FiniteDuration timeout,
      int maxConcurrent,
      ByteSize maxResponse,
      ByteSize truncation,
      boolean retry,
      boolean reschedule,
      TransactionMetadata transaction) {
    Instant start = Instant.now();
    if (path.equals("/init")) {
      return Future$.MODULE$.successful(answer(start, Instant.now(), ok("")));
    }
    Map<String, JsValue> parameters =
        Json.fields(Json.field(body, "value").map(Json::asObject).orElseThrow());
    CompletionStage<RunResult> result =
        MirrorContainerFactoryProvider$.takeHold()
            .thenCompose(any -> sleep(number(parameters.get("sleepMs"))))
            .thenApply(any -> run(start, parameters, timeout));
    return FutureConverters.toScala(result);
  }

  private static CompletionStage<?> sleep(int millis) {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
  }

  private static RunResult run(
      Instant start, Map<String, JsValue> parameters, FiniteDuration timeout) {
    String raw = Json.text(parameters.get("raw"));
    String entity = raw == null ? mirrored(parameters) : raw;
    if (parameters.containsKey("status")) {
      int status = number(parameters.get("status"));
      return answer(
          start, Instant.now(), new Right<>(new ContainerResponse(status, entity, Option.empty())));
    }
    if (parameters.containsKey("oom")) {
      return answer(start, Instant.now(), new Left<>(new MemoryExhausted()));
    }
    if (parameters.containsKey("timeout")) {
      Instant deadline = start.plusMillis(timeout.toMillis());
      return answer(start, deadline, new Left<>(new Timeout(new TimeoutException())));
    }
    if (parameters.containsKey("trunc")) {
      return answer(start, Instant.now(), truncated());
    }
    return answer(start, Instant.now(), ok(entity));
  }

  private static String mirrored(Map<String, JsValue> parameters) {
    Fields mirrored = Fields.byName();
    for (var parameter : parameters.entrySet()) {
      mirrored = mirrored.with(parameter.getKey(), parameter.getValue());
    }
    return Fields.byName().with("params", mirrored.toJson()).toJson().compactPrint();
  }

  private static Either<ContainerConnectionError, ContainerResponse> ok(String entity) {
    return new Right<>(new ContainerResponse(200, entity, Option.empty()));
  }

  private static Either<ContainerConnectionError, ContainerResponse> truncated() {
    ByteSize actual = new ByteSize(5_000_000, SizeUnits.BYTE$.MODULE$);
    ByteSize allowed = new ByteSize(1, SizeUnits.MB$.MODULE$);
    return new Right<>(
        new ContainerResponse(200, "{\"abc\":\"de", Option.apply(new Tuple2<>(actual, allowed))));
  }

  private static RunResult answer(
      Instant start, Instant end, Either<ContainerConnectionError, ContainerResponse> response) {
    return new RunResult(new Interval(start, end), response);
  }

  private static int number(@Nullable JsValue value) {
    return value instanceof JsNumber number ? number.value().toInt() : 0;
  }

  @Override
  public akka.stream.scaladsl.Source<ByteString, Object> logs(
      ByteSize limit, boolean waitForSentinel, TransactionMetadata transaction) {
    List<ByteString> lines =
        List.of(line("stdout", "hello from " + id), line("stderr", "and stderr"));
    return Source.from(lines).<Object>mapMaterializedValue((NotUsed any) -> any).asScala();
  }

  private static ByteString line(String stream, String text) {
    return ByteString.fromString(
        Fields.byName()
            .with("time", NANOSECONDS.format(Instant.now()))
            .with("stream", stream)
            .with("log", text)
            .toJson()
            .compactPrint());
  }

  @Override
  public Future<BoxedUnit> suspend(TransactionMetadata transaction) {
    return Future$.MODULE$.successful(BoxedUnit.UNIT);
  }

  @Override
  public Future<BoxedUnit> resume(TransactionMetadata transaction) {
    return Future$.MODULE$.successful(BoxedUnit.UNIT);
  }

  @Override
  public Future<BoxedUnit> destroy(TransactionMetadata transaction) {
    return Future$.MODULE$.successful(BoxedUnit.UNIT);
  }

  @Override
  public ActorSystem as() {
    return system;
  }

  @Override
  public ContainerId id() {
    return new ContainerId(id);
  }

  @Override
  public ContainerAddress addr() {
    return new ContainerAddress("127.0.0.1", 1);
  }

  @Override
  public Logging logging() {
    return logging;
  }

  @Override
  public ExecutionContext ec() {
    return system.dispatcher();
  }

  @Override
  public Option<ContainerClient> httpConnection() {
    return connection;
  }

  @Override
  public void httpConnection_$eq(Option<ContainerClient> newConnection) {
    connection = newConnection;
  }

  @Override
  public int containerHttpMaxConcurrent() {
    return httpMaxConcurrent;
  }

  @Override
  public void containerHttpMaxConcurrent_$eq(int max) {
    httpMaxConcurrent = max;
  }

  @Override
  public FiniteDuration containerHttpTimeout() {
    return httpTimeout;
  }

  @Override
  public void containerHttpTimeout_$eq(FiniteDuration timeout) {
    httpTimeout = timeout;
  }
}
