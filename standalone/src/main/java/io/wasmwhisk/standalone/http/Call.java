// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.http;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.HttpMethod;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.StatusCodes;
import akka.http.scaladsl.model.EntityStreamException;
import akka.http.scaladsl.model.EntityStreamSizeException;
import akka.stream.Materializer;
import akka.util.ByteString;
import io.wasmwhisk.standalone.settings.HttpSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.openwhisk.common.TransactionMetadata;

/** A request on its way through the routes. Its body is read at most once. */
public final class Call {
  private final HttpRequest request;
  private final Path path;
  private final TransactionMetadata transaction;
  private final Materializer materializer;
  private final AtomicBoolean bodyTaken = new AtomicBoolean();

  public Call(HttpRequest request, TransactionMetadata transaction, Materializer materializer) {
    this.request = request;
    this.path = Path.of(request.getUri());
    this.transaction = transaction;
    this.materializer = materializer;
  }

  public HttpRequest request() {
    return request;
  }

  public Path path() {
    return path;
  }

  public TransactionMetadata transaction() {
    return transaction;
  }

  public HttpMethod method() {
    return request.method();
  }

  public boolean is(HttpMethod method) {
    return request.method().equals(method);
  }

  public Query query() {
    return new Query(request.getUri());
  }

  /** Reads the body, then handles it; a body that comes too slowly or is too long is refused. */
  public CompletionStage<Answer> withBody(
      HttpSettings settings, Function<Payload, CompletionStage<Answer>> handler) {
    bodyTaken.set(true);
    return body(settings).thenCompose(entity -> handler.apply(payload(entity)));
  }

  private CompletionStage<HttpEntity.Strict> body(HttpSettings settings) {
    return request.entity() instanceof HttpEntity.Strict small // it came with its head
        ? CompletableFuture.completedFuture(small)
        : request
            .entity()
            .toStrict(settings.bodyTimeout().toMillis(), materializer)
            .handle(
                (entity, failure) ->
                    failure == null ? entity : refuse(failure, settings.maxBodyBytes()));
  }

  /**
   * Completes when the client has sent its body, wanted or not: answered earlier, it would find its
   * connection closed.
   */
  public CompletionStage<?> bodySent() {
    return bodyTaken.getAndSet(true) || request.entity().isStrict()
        ? CompletableFuture.completedFuture(null)
        : request.discardEntityBytes(materializer).completionStage();
  }

  private static Payload payload(HttpEntity.Strict entity) {
    return new Payload(entity.getContentType(), entity.getData());
  }

  private HttpEntity.Strict refuse(Throwable failure, long maxBytes) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof EntityStreamSizeException || cause instanceof EntityStreamException) {
      // A body without declared length was cut off one byte past the limit.
      long size = request.entity().getContentLengthOption().orElse(maxBytes + 1);
      String message = Messages.tooBig("Request", size, maxBytes);
      throw new Refusal(Answer.rejection(StatusCodes.PAYLOAD_TOO_LARGE, message));
    }
    if (cause instanceof TimeoutException) {
      throw new Refusal(
          Answer.rejection(
              StatusCodes.REQUEST_TIMEOUT, StatusCodes.REQUEST_TIMEOUT.defaultMessage()));
    }
    throw new CompletionException(cause);
  }

  /** A body that was read. */
  public record Payload(ContentType type, ByteString data) {

    public byte[] bytes() {
      return data.toArray();
    }

    /** Refuses all but JSON; a request without body may do without a type. */
    public void requireJson() {
      boolean untyped = type.equals(ContentTypes.NO_CONTENT_TYPE);
      if (!untyped && !type.mediaType().equals(MediaTypes.APPLICATION_JSON)) {
        throw new Refusal(
            Answer.rejection(
                StatusCodes.UNSUPPORTED_MEDIA_TYPE,
                "The request's Content-Type [%s] is not supported. Expected:\napplication/json"
                    .formatted(type)));
      }
    }
  }
}
