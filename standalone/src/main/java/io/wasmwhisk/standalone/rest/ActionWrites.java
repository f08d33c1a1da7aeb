// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import akka.http.javadsl.model.StatusCodes;
import io.wasmwhisk.standalone.entities.Action;
import io.wasmwhisk.standalone.entities.ActionPut;
import io.wasmwhisk.standalone.entities.Exec;
import io.wasmwhisk.standalone.entities.User;
import io.wasmwhisk.standalone.http.Answer;
import io.wasmwhisk.standalone.http.Call;
import io.wasmwhisk.standalone.http.Messages;
import io.wasmwhisk.standalone.json.JsonText;
import io.wasmwhisk.standalone.json.MalformedJsonException;
import io.wasmwhisk.standalone.limits.LimitRanges;
import io.wasmwhisk.standalone.runtimes.Runtimes;
import io.wasmwhisk.standalone.settings.Quotas;
import io.wasmwhisk.standalone.settings.Settings;
import io.wasmwhisk.standalone.settings.SizeLimits;
import io.wasmwhisk.standalone.store.ActionStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import spray.json.JsValue;

/**
 * PUT of an action: creates one or, with {@code overwrite=true}, changes one. Checks in OpenWhisk's
 * order.
 */
final class ActionWrites {
  private final ActionStore store;
  private final Runtimes runtimes;
  private final JsonText json;
  private final SizeLimits sizes;
  private final LimitRanges ranges;
  private final Quotas quotas;
  private final Clock clock;

  ActionWrites(
      ActionStore store, Runtimes runtimes, JsonText json, Settings settings, Clock clock) {
    this.store = store;
    this.runtimes = runtimes;
    this.json = json;
    this.sizes = settings.sizes();
    this.ranges = settings.ranges();
    this.quotas = settings.quotas();
    this.clock = clock;
  }

  CompletionStage<Answer> put(Call call, User user, String name, Call.Payload body) {
    return CompletableFuture.completedFuture(answer(call, user, name, body));
  }

  private Answer answer(Call call, User user, String name, Call.Payload body) {
    body.requireJson();
    ActionPut put;
    try {
      JsValue content = json.parse(body.bytes());
      if (ActionPut.isSequence(content)) {
        return NotServed.SEQUENCES.answer();
      }
      put = ActionPut.read(content, runtimes);
    } catch (MalformedJsonException malformed) {
      return Answer.rejection(
          StatusCodes.BAD_REQUEST,
          Messages.malformedContent(String.valueOf(malformed.getMessage())));
    }
    Optional<String> tooBig = tooBig(put);
    if (tooBig.isPresent()) {
      return Answer.error(StatusCodes.PAYLOAD_TOO_LARGE, tooBig.get());
    }
    boolean overwrite = call.query().flag("overwrite", false);
    Optional<String> violation = put.limits().flatMap(ranges::violation);
    return violation
        .map(message -> Answer.error(StatusCodes.BAD_REQUEST, message))
        .orElseGet(() -> write(user, name, put, overwrite));
  }

  private Optional<String> tooBig(ActionPut put) {
    return put.exec()
        .flatMap(exec -> tooBig("exec", exec.size(), sizes.exec()))
        .or(() -> put.parameters().flatMap(p -> tooBig("parameters", p.size(), sizes.parameters())))
        .or(
            () ->
                put.annotations()
                    .flatMap(a -> tooBig("annotations", a.size(), sizes.parameters())));
  }

  private static Optional<String> tooBig(String what, long size, long allowed) {
    return size > allowed ? Optional.of(Messages.tooBig(what, size, allowed)) : Optional.empty();
  }

  private Answer write(User user, String name, ActionPut put, boolean overwrite) {
    Optional<Action> existing = store.get(user.namespace(), name);
    if (existing.isPresent() && !overwrite) {
      return Answer.error(StatusCodes.CONFLICT, "resource already exists");
    }
    Optional<Exec> exec = put.exec().or(() -> existing.map(Action::exec));
    if (tooManyInstances(put)) {
      return Answer.error(
          StatusCodes.BAD_REQUEST,
          "Max action instance concurrency must not exceed your namespace concurrency of %d."
              .formatted(quotas.concurrentInvocations()));
    }
    if (exec.isEmpty()) {
      return Answer.error(StatusCodes.BAD_REQUEST, "exec undefined");
    }
    if (exec.get().deprecated()) {
      return Answer.error(StatusCodes.BAD_REQUEST, Messages.runtimeDeprecated(exec.get().kind()));
    }
    return store(user, name, put, existing, exec.get())
        .map(action -> Answer.ok(action.toJson(true)))
        .orElse(Answer.error(StatusCodes.CONFLICT, Messages.CONFLICT));
  }

  private Optional<Action> store(
      User user, String name, ActionPut put, Optional<Action> existing, Exec exec) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return existing.isPresent()
        ? store.replace(existing.get(), existing.get().update(put, now))
        : store.create(Action.create(user.namespace(), name, exec, put, ranges, now));
  }

  private boolean tooManyInstances(ActionPut put) {
    return put.limits()
        .flatMap(limits -> limits.instances())
        .filter(instances -> instances > quotas.concurrentInvocations())
        .isPresent();
  }
}
