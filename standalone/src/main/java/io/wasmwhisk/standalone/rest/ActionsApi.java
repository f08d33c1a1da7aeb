// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.StatusCodes;
import io.wasmwhisk.standalone.entities.Action;
import io.wasmwhisk.standalone.entities.User;
import io.wasmwhisk.standalone.http.Answer;
import io.wasmwhisk.standalone.http.Call;
import io.wasmwhisk.standalone.http.Messages;
import io.wasmwhisk.standalone.http.Path;
import io.wasmwhisk.standalone.http.Query;
import io.wasmwhisk.standalone.json.Fields;
import io.wasmwhisk.standalone.json.Json;
import io.wasmwhisk.standalone.settings.HttpSettings;
import io.wasmwhisk.standalone.store.ActionStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code /namespaces/<ns>/actions}: reads and deletes here, leaves writing and invoking to others
 * ({@code WhiskActionsApi}).
 */
final class ActionsApi {
  private static final String COLLECTION = "actions";

  private final ActionStore store;
  private final HttpSettings settings;
  private final ActionWrites writes;
  private final ActionInvocations invocations;

  ActionsApi(
      ActionStore store,
      HttpSettings settings,
      ActionWrites writes,
      ActionInvocations invocations) {
    this.store = store;
    this.settings = settings;
    this.writes = writes;
    this.invocations = invocations;
  }

  /**
   * Handles a request.
   *
   * @param path what follows {@code actions}
   */
  CompletionStage<Answer> handle(Call call, User user, String namespace, Path path) {
    return switch (path.length()) {
      case 0 -> done(list(call, user, namespace));
      case 1 -> named(call, user, namespace, path);
      case 2 -> done(inPackage(call, path));
      default -> done(Answer.notFound());
    };
  }

  private CompletionStage<Answer> named(Call call, User user, String namespace, Path path) {
    if (!isEntityMethod(call)) {
      return done(Answer.notFound());
    }
    String name = path.get(0);
    Entities.requireName(name);
    if (path.endsWithSlash()) {
      boolean listsPackage = call.is(HttpMethods.GET);
      return done(listsPackage ? NotServed.PACKAGES.answer() : Answer.notFound());
    }
    Entities.requireOwner(user, namespace, namespace + "/" + name);
    if (call.is(HttpMethods.PUT)) {
      return call.withBody(settings, body -> writes.put(call, user, name, body));
    }
    if (call.is(HttpMethods.POST)) {
      return call.withBody(settings, body -> invocations.invoke(call, user, name, body));
    }
    return done(call.is(HttpMethods.GET) ? get(call, user, name) : delete(user, name));
  }

  private static Answer inPackage(Call call, Path path) {
    if (path.endsWithSlash() || !isEntityMethod(call)) {
      return Answer.notFound();
    }
    path.segments().forEach(Entities::requireName);
    return NotServed.PACKAGES.answer();
  }

  private Answer list(Call call, User user, String namespace) {
    if (!call.is(HttpMethods.GET)) {
      return Answer.notFound();
    }
    Entities.requireOwner(user, namespace, namespace);
    Query query = call.query();
    int skip = query.skip(COLLECTION);
    int limit = query.limit(COLLECTION, settings);
    if (query.flag("count", false)) {
      long count = store.count(namespace, skip);
      return Answer.ok(Fields.byName().with(COLLECTION, count).toJson());
    }
    List<Action> actions = store.list(namespace, skip, limit);
    return Answer.ok(Json.array(actions, Action::summary));
  }

  private Answer get(Call call, User user, String name) {
    boolean withCode = call.query().flag("code", true);
    return store
        .get(user.namespace(), name)
        .map(action -> Answer.ok(action.toJson(withCode)))
        .orElse(Answer.error(StatusCodes.NOT_FOUND));
  }

  private Answer delete(User user, String name) {
    Optional<Action> action = store.get(user.namespace(), name);
    if (action.isEmpty()) {
      return Answer.error(StatusCodes.NOT_FOUND);
    }
    return store.remove(action.get())
        ? Answer.ok(action.get().toJson(true))
        : Answer.error(StatusCodes.CONFLICT, Messages.CONFLICT);
  }

  private static boolean isEntityMethod(Call call) {
    return call.is(HttpMethods.GET)
        || call.is(HttpMethods.PUT)
        || call.is(HttpMethods.POST)
        || call.is(HttpMethods.DELETE);
  }

  private static CompletionStage<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
