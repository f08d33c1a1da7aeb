// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import akka.actor.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.settings.ServerSettings;
import akka.stream.Materializer;
import akka.stream.SystemMaterializer;
import io.wasmwhisk.standalone.http.Answer;
import io.wasmwhisk.standalone.http.Call;
import io.wasmwhisk.standalone.http.Refusal;
import io.wasmwhisk.standalone.http.Transactions;
import io.wasmwhisk.standalone.settings.HttpSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.openwhisk.common.TransactionMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server: gives every request its transaction, and every answer its form. It listens
 * before it serves, because the container factory wants to know the port.
 */
public final class RestServer {
  private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);

  // Beyond the longest blocking call, as in OpenWhisk's controller.
  private static final Duration ANSWER_MARGIN = Duration.ofSeconds(5);

  private final Transactions transactions;
  private final Materializer materializer;
  private @Nullable ServerBinding binding;
  private volatile @Nullable RestApi api;

  private RestServer(ActorSystem system, Clock clock) {
    transactions = new Transactions(clock);
    materializer = SystemMaterializer.get(system).materializer();
  }

  /**
   * Listens; until {@link #serve} every request is answered with 503. The stage fails when the
   * address is taken.
   */
  public static CompletionStage<RestServer> bind(
      ActorSystem system, HttpSettings settings, Clock clock) {
    RestServer server = new RestServer(system, clock);
    return Http.get(system)
        .newServerAt(settings.host(), settings.port())
        .withSettings(timeouts(system, settings.maxBlockingWait()))
        .bind(server::handle)
        .thenApply(server::bound);
  }

  private static ServerSettings timeouts(ActorSystem system, Duration longestCall) {
    ServerSettings defaults = ServerSettings.create(system);
    Duration request = longestCall.plus(ANSWER_MARGIN);
    return defaults.withTimeouts(
        defaults
            .getTimeouts()
            .withRequestTimeout(scala(request))
            .withIdleTimeout(scala(request.plus(ANSWER_MARGIN))));
  }

  private static scala.concurrent.duration.Duration scala(Duration duration) {
    return scala.concurrent.duration.Duration.create(
        duration.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
  }

  private RestServer bound(ServerBinding newBinding) {
    binding = newBinding;
    return this;
  }

  public void serve(RestApi newApi) {
    api = newApi;
  }

  /** The port that it listens on. */
  public int port() {
    return binding().localAddress().getPort();
  }

  /** Stops to listen, and gives running requests {@code patience} to end. */
  public CompletionStage<?> unbind(Duration patience) {
    return binding().terminate(patience);
  }

  private ServerBinding binding() {
    if (binding == null) {
      throw new IllegalStateException("not bound yet");
    }
    return binding;
  }

  private CompletionStage<HttpResponse> handle(HttpRequest request) {
    TransactionMetadata transaction = transactions.of(request);
    Call call = new Call(request, transaction, materializer);
    return answer(call)
        .handle((answer, failure) -> failure == null ? answer : failed(transaction, failure))
        .thenCompose(answer -> call.bodySent().handle((sent, failure) -> answer))
        .thenApply(answer -> answer.render(transaction.id()));
  }

  private CompletionStage<Answer> answer(Call call) {
    LOG.debug("[{}] {} {}", call.transaction(), call.method().value(), call.path().segments());
    RestApi ready = api;
    try {
      return ready == null
          ? CompletableFuture.completedFuture(Answer.error(StatusCodes.SERVICE_UNAVAILABLE))
          : ready.answer(call);
    } catch (Refusal refused) {
      return CompletableFuture.completedFuture(refused.answer());
    }
  }

  private static Answer failed(TransactionMetadata transaction, Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof Refusal refused) {
      return refused.answer();
    }
    LOG.error("[{}] a request failed", transaction, cause);
    return Answer.error(StatusCodes.INTERNAL_SERVER_ERROR);
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
