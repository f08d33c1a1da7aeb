// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.RawHeader;
import io.wasmwhisk.standalone.entities.User;
import io.wasmwhisk.standalone.http.Answer;
import io.wasmwhisk.standalone.http.Call;
import io.wasmwhisk.standalone.http.Path;
import io.wasmwhisk.standalone.http.Refusal;
import io.wasmwhisk.standalone.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * From a path and a method to an answer, in the order in which OpenWhisk's controller tries its
 * routes.
 */
final class Routes {
  private static final Set<String> ADMINISTRATION =
      Set.of("metrics", "invokers", "activation", "disable");
  private static final Set<String> DOCUMENTS = Set.of("docs", "api-docs");

  private final Authentication authentication;
  private final Info info;
  private final ActionsApi actions;
  private final ActivationsApi activations;

  Routes(Authentication authentication, Info info, ActionsApi actions, ActivationsApi activations) {
    this.authentication = authentication;
    this.info = info;
    this.actions = actions;
    this.activations = activations;
  }

  /** Answers a call; a {@link Refusal} may be thrown. */
  CompletionStage<Answer> answer(Call call) {
    return call.path().startsWith("api", "v1")
        ? api(call, call.path().after(2))
        : done(server(call));
  }

  private Answer server(Call call) {
    Path path = call.path();
    if (call.is(HttpMethods.OPTIONS)) {
      return Answer.serverOptions();
    }
    if (path.isEmpty() || path.equals(new Path(List.of("ping"), false))) {
      if (!call.is(HttpMethods.GET)) {
        return notAllowed("GET, OPTIONS");
      }
      return Answer.plain(
          path.isEmpty() ? new Answer.Body.Json(info.server()) : new Answer.Body.Text("pong"));
    }
    return elsewhere(path.get(0));
  }

  private static Answer elsewhere(String first) {
    if (ADMINISTRATION.contains(first)) {
      return NotServed.ADMINISTRATION.answer();
    }
    return DOCUMENTS.contains(first) ? NotServed.API_DOCUMENTS.answer() : notAllowed("OPTIONS");
  }

  private static Answer notAllowed(String supported) {
    return Answer.rejection(
            StatusCodes.METHOD_NOT_ALLOWED,
            "HTTP method not allowed, supported methods: " + supported)
        .with(RawHeader.create("Allow", supported));
  }

  private CompletionStage<Answer> api(Call call, Path path) {
    if (path.startsWith("web")) {
      return done(NotServed.WEB_ACTIONS.answer());
    }
    if (call.is(HttpMethods.OPTIONS)) {
      return done(Answer.apiOptions());
    }
    if (path.isEmpty() && call.is(HttpMethods.GET)) {
      return done(Answer.ok(info.api()));
    }
    Optional<User> user = authentication.userOf(call.request());
    if (user.isEmpty()) {
      return done(authentication.refuse(call.request()));
    }
    if (!path.isEmpty() && DOCUMENTS.contains(path.get(0))) {
      return done(NotServed.API_DOCUMENTS.answer());
    }
    return path.startsWith("namespaces")
        ? namespaces(call, user.get(), path.after(1))
        : done(Answer.notFound());
  }

  private CompletionStage<Answer> namespaces(Call call, User user, Path path) {
    if (path.isEmpty() && call.is(HttpMethods.GET)) {
      return done(Answer.ok(Json.array(List.of(Json.of(user.namespace())))));
    }
    if (path.length() < 2) {
      return done(Answer.notFound());
    }
    Path rest = path.after(2);
    return switch (path.get(1)) {
      case "actions" -> actions.handle(call, user, namespace(user, path), rest);
      case "activations" -> done(activations.handle(call, user, namespace(user, path), rest));
      case "limits" -> done(limits(call, user, namespace(user, path), rest));
      case "packages" -> done(NotServed.PACKAGES.answer());
      case "triggers" -> done(NotServed.TRIGGERS.answer());
      case "rules" -> done(NotServed.RULES.answer());
      default -> done(Answer.notFound());
    };
  }

  private static String namespace(User user, Path path) {
    return Entities.namespace(user, path.get(0));
  }

  private Answer limits(Call call, User user, String namespace, Path rest) {
    if (!call.is(HttpMethods.GET)) {
      return Answer.notFound();
    }
    if (!rest.isEmpty()) {
      return Answer.rejection(
          StatusCodes.BAD_REQUEST, "Inner entity level routes for limits are not yet implemented.");
    }
    Entities.requireOwner(user, namespace, namespace);
    return Answer.ok(info.namespaceLimits());
  }

  private static CompletionStage<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
