// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.RawHeader;
import io.wasmwhisk.standalone.entities.Action;
import io.wasmwhisk.standalone.entities.Activation;
import io.wasmwhisk.standalone.entities.Response;
import io.wasmwhisk.standalone.entities.User;
import io.wasmwhisk.standalone.http.Answer;
import io.wasmwhisk.standalone.http.Call;
import io.wasmwhisk.standalone.http.Messages;
import io.wasmwhisk.standalone.http.Query;
import io.wasmwhisk.standalone.http.Refusal;
import io.wasmwhisk.standalone.json.Fields;
import io.wasmwhisk.standalone.json.JsonText;
import io.wasmwhisk.standalone.json.MalformedJsonException;
import io.wasmwhisk.standalone.settings.Settings;
import io.wasmwhisk.standalone.store.ActionStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import spray.json.JsArray;
import spray.json.JsObject;
import spray.json.JsValue;

/** POST to an action: invokes it, and waits for the result if asked to. */
final class ActionInvocations {
  /** Collecting log lines in this process takes less; OpenWhisk's answer does not wait for them. */
  private static final Duration SETTLING = Duration.ofMillis(100);

  private final ActionStore store;
  private final Invoker invoker;
  private final JsonText json;
  private final long maxPayload;
  private final Duration maxWait;

  ActionInvocations(ActionStore store, Invoker invoker, JsonText json, Settings settings) {
    this.store = store;
    this.invoker = invoker;
    this.json = json;
    this.maxPayload = settings.sizes().payload();
    this.maxWait = settings.http().maxBlockingWait();
  }

  /** What the query asks for. */
  private record Wish(boolean blocking, boolean resultOnly, Duration patience) {}

  CompletionStage<Answer> invoke(Call call, User user, String name, Call.Payload body) {
    int size = body.data().size();
    if (size > maxPayload) {
      return done(
          Answer.error(
              StatusCodes.PAYLOAD_TOO_LARGE, Messages.tooBig("Request", size, maxPayload)));
    }
    Query query = call.query();
    boolean blocking = query.flag("blocking", false);
    boolean resultOnly = query.flag("result", false);
    Wish wish = new Wish(blocking, resultOnly, query.timeout(maxWait));
    JsObject payload = payload(body);
    Optional<Action> action = store.get(user.namespace(), name);
    return action
        .map(found -> invoke(call, user, found, payload, wish))
        .orElseGet(() -> done(Answer.error(StatusCodes.NOT_FOUND)));
  }

  private JsObject payload(Call.Payload body) {
    body.requireJson();
    try {
      return body.data().size() == 0 ? JsObject.empty() : json.parseObject(body.bytes());
    } catch (MalformedJsonException malformed) {
      throw new Refusal(
          Answer.rejection(
              StatusCodes.BAD_REQUEST,
              Messages.malformedContent(String.valueOf(malformed.getMessage()))));
    }
  }

  private CompletionStage<Answer> invoke(
      Call call, User user, Action action, JsObject payload, Wish wish) {
    if (action.forbids(payload)) {
      return done(Answer.error(StatusCodes.BAD_REQUEST, Messages.PARAMETERS_NOT_ALLOWED));
    }
    if (action.isConductor()) {
      return done(NotServed.CONDUCTORS.answer());
    }
    if (action.exec().deprecated()) {
      return done(
          Answer.error(StatusCodes.BAD_REQUEST, Messages.runtimeDeprecated(action.exec().kind())));
    }
    Invoker.Invocation invocation = invoker.invoke(user, action, payload, call.transaction());
    return wish.blocking() ? await(invocation, wish) : done(accepted(invocation.activationId()));
  }

  private static CompletionStage<Answer> await(Invoker.Invocation invocation, Wish wish) {
    return invocation
        .submission()
        .settled(SETTLING)
        .toCompletableFuture()
        .thenApply(Optional::of)
        .completeOnTimeout(Optional.empty(), wish.patience().toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(
            ended ->
                ended
                    .map(activation -> ended(activation, wish.resultOnly()))
                    .orElseGet(() -> accepted(invocation.activationId())));
  }

  private static Answer accepted(String activationId) {
    JsObject body = Fields.byName().with("activationId", activationId).toJson();
    return Answer.json(StatusCodes.ACCEPTED, body).with(idHeader(activationId));
  }

  private static Answer ended(Activation activation, boolean resultOnly) {
    JsValue result = activation.response().resultOrNull();
    // OpenWhisk shows an array alone, asked for or not.
    boolean bare = resultOnly || result instanceof JsArray;
    return Answer.json(
            statusOf(activation.response().status()), bare ? result : activation.toJson())
        .with(idHeader(activation.id()));
  }

  private static StatusCode statusOf(Response.Status status) {
    return switch (status) {
      case SUCCESS -> StatusCodes.OK;
      case APPLICATION_ERROR, DEVELOPER_ERROR -> StatusCodes.BAD_GATEWAY;
      case WHISK_ERROR -> StatusCodes.INTERNAL_SERVER_ERROR;
    };
  }

  private static RawHeader idHeader(String activationId) {
    return RawHeader.create("x-openwhisk-activation-id", activationId);
  }

  private static CompletionStage<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
