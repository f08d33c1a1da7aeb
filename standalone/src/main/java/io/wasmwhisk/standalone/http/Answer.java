// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.http;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.RawHeader;
import io.wasmwhisk.standalone.json.Fields;
import java.util.ArrayList;
import java.util.List;
import spray.json.JsValue;

/**
 * An answer in the making. What OpenWhisk's routes complete carries the CORS headers of its API;
 * what they reject (a malformed request, an unknown path) carries none, and clients can tell.
 */
public record Answer(StatusCode status, Body body, List<HttpHeader> headers) {
  private static final HttpHeader ORIGIN = RawHeader.create("Access-Control-Allow-Origin", "*");
  private static final HttpHeader HEADERS =
      RawHeader.create(
          "Access-Control-Allow-Headers",
          "Authorization, Origin, X-Requested-With, Content-Type, Accept, User-Agent");
  private static final List<HttpHeader> API_CORS = cors("GET, DELETE, POST, PUT, HEAD");
  private static final List<HttpHeader> SERVER_CORS = cors("OPTIONS, GET, POST");

  /** What is sent. */
  public sealed interface Body {
    record Json(JsValue value) implements Body {}

    record Text(String text) implements Body {}

    /** OpenWhisk's {@code {"error", "code"}}, where the code is the transaction's id. */
    record Failure(String message) implements Body {}
  }

  /** A result of the API. */
  public static Answer json(StatusCode status, JsValue value) {
    return new Answer(status, new Body.Json(value), API_CORS);
  }

  public static Answer ok(JsValue value) {
    return json(StatusCodes.OK, value);
  }

  /** A failure that the API found. */
  public static Answer error(StatusCode status, String message) {
    return new Answer(status, new Body.Failure(message), API_CORS);
  }

  /** A failure with the message that OpenWhisk has for the status. */
  public static Answer error(StatusCode status) {
    return error(
        status,
        status.equals(StatusCodes.NOT_FOUND) ? Messages.DOES_NOT_EXIST : status.defaultMessage());
  }

  /** A request that no route takes. */
  public static Answer rejection(StatusCode status, String message) {
    return new Answer(status, new Body.Failure(message), List.of());
  }

  public static Answer notFound() {
    return rejection(StatusCodes.NOT_FOUND, "The requested resource could not be found.");
  }

  /** The answer to OPTIONS within the API. */
  public static Answer apiOptions() {
    return new Answer(StatusCodes.OK, new Body.Text("OK"), API_CORS);
  }

  /** The answer to OPTIONS elsewhere. */
  public static Answer serverOptions() {
    return new Answer(StatusCodes.OK, new Body.Text("OK"), SERVER_CORS);
  }

  /** Outside of the API. */
  public static Answer plain(Body body) {
    return new Answer(StatusCodes.OK, body, List.of());
  }

  public Answer with(HttpHeader header) {
    List<HttpHeader> all = new ArrayList<>(headers);
    all.add(header);
    return new Answer(status, body, all);
  }

  public HttpResponse render(String transactionId) {
    return HttpResponse.create()
        .withStatus(status)
        .withEntity(entity(transactionId))
        .addHeaders(headers)
        .addHeader(RawHeader.create("X-Request-ID", transactionId));
  }

  private HttpEntity.Strict entity(String transactionId) {
    return switch (body) {
      case Body.Json json -> json(json.value());
      case Body.Text text -> HttpEntities.create(ContentTypes.TEXT_PLAIN_UTF8, text.text());
      case Body.Failure error ->
          json(Fields.byName().with("error", error.message()).with("code", transactionId).toJson());
    };
  }

  private static HttpEntity.Strict json(JsValue value) {
    return HttpEntities.create(ContentTypes.APPLICATION_JSON, value.compactPrint());
  }

  private static List<HttpHeader> cors(String methods) {
    return List.of(ORIGIN, HEADERS, RawHeader.create("Access-Control-Allow-Methods", methods));
  }
}
