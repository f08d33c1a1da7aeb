// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.StatusCodes;
import io.wasmwhisk.standalone.entities.Activation;
import io.wasmwhisk.standalone.entities.Names;
import io.wasmwhisk.standalone.entities.User;
import io.wasmwhisk.standalone.http.Answer;
import io.wasmwhisk.standalone.http.Call;
import io.wasmwhisk.standalone.http.Path;
import io.wasmwhisk.standalone.http.Query;
import io.wasmwhisk.standalone.http.Refusal;
import io.wasmwhisk.standalone.json.Fields;
import io.wasmwhisk.standalone.json.Json;
import io.wasmwhisk.standalone.settings.HttpSettings;
import io.wasmwhisk.standalone.store.ActivationQuery;
import io.wasmwhisk.standalone.store.ActivationStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import spray.json.JsObject;

/** {@code /namespaces/<ns>/activations}, which can only be read ({@code WhiskActivationsApi}). */
final class ActivationsApi {
  private static final String COLLECTION = "activations";

  private final ActivationStore store;
  private final HttpSettings settings;

  ActivationsApi(ActivationStore store, HttpSettings settings) {
    this.store = store;
    this.settings = settings;
  }

  /**
   * Handles a request.
   *
   * @param path what follows {@code activations}
   */
  Answer handle(Call call, User user, String namespace, Path path) {
    if (!call.is(HttpMethods.GET)) {
      return Answer.notFound();
    }
    if (path.isEmpty()) {
      Entities.requireOwner(user, namespace, namespace);
      return list(call.query(), namespace);
    }
    String id = path.get(0);
    requireId(id);
    Entities.requireOwner(user, namespace, namespace + "/" + id);
    return partOf(path).map(part -> get(namespace, id, part)).orElseGet(Answer::notFound);
  }

  private static Optional<Function<Activation, JsObject>> partOf(Path path) {
    if (path.length() == 1) {
      return Optional.of(Activation::toJson);
    }
    if (path.length() > 2 || path.endsWithSlash()) {
      return Optional.empty();
    }
    return switch (path.get(1)) {
      case "result" -> Optional.of(activation -> activation.response().toJson());
      case "logs" -> Optional.of(ActivationsApi::logs);
      default -> Optional.empty();
    };
  }

  private Answer get(String namespace, String id, Function<Activation, JsObject> part) {
    return store
        .get(namespace, id)
        .map(activation -> Answer.ok(part.apply(activation)))
        .orElse(Answer.error(StatusCodes.NOT_FOUND));
  }

  private Answer list(Query query, String namespace) {
    int skip = query.skip(COLLECTION);
    int limit = query.limit(COLLECTION, settings);
    boolean count = query.flag("count", false);
    boolean docs = query.flag("docs", false);
    ActivationQuery wanted =
        new ActivationQuery(
            namespace, query.nameFilter(), query.instant("since"), query.instant("upto"));
    if (count && docs) {
      return Answer.error(
          StatusCodes.BAD_REQUEST, "The parameter 'docs' is not permitted with 'count'.");
    }
    if (count) {
      return Answer.ok(Fields.byName().with(COLLECTION, store.count(wanted, skip)).toJson());
    }
    List<Activation> found = store.list(wanted, skip, limit);
    return Answer.ok(Json.array(found, docs ? Activation::toJson : Activation::summary));
  }

  private static JsObject logs(Activation activation) {
    return Fields.byName().with("logs", Json.array(activation.logs(), Json::of)).toJson();
  }

  private static void requireId(String id) {
    if (id.length() != Names.ID_LENGTH) {
      throw illegal(
          "Activation id length is %d but must be %d.".formatted(id.length(), Names.ID_LENGTH));
    }
    if (!Names.isHex(id)) {
      throw illegal("The activation id is not valid.");
    }
  }

  private static Refusal illegal(String message) {
    return new Refusal(Answer.rejection(StatusCodes.BAD_REQUEST, message));
  }
}
