// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.rest;

import io.wasmwhisk.standalone.json.Json;
import io.wasmwhisk.standalone.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spray.json.JsBoolean;
import spray.json.JsNumber;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/**
 * One recorded call.
 *
 * @param body absent for none
 * @param response absent for a call that was made for its effect
 */
record Recording(
    String name,
    String method,
    String path,
    boolean authenticated,
    Map<String, String> headers,
    Optional<byte[]> body,
    Optional<Response> response) {

  /**
   * What OpenWhisk answered.
   *
   * @param headers without those that every answer has
   * @param body with what changes from call to call replaced
   */
  record Response(int status, Map<String, String> headers, String body) {}

  private static final JsonText JSON = new JsonText(64);
  private static final String DIRECTORY = "/openwhisk-rest/";

  /** All calls of a resource, in order. */
  static List<Recording> all(String resource) {
    return lines(resource).stream().map(line -> of(Json.asObject(JSON.parse(line)))).toList();
  }

  /** A resource's lines. */
  static List<String> lines(String resource) {
    try (InputStream in = Recording.class.getResourceAsStream(DIRECTORY + resource)) {
      if (in == null) {
        throw new IllegalStateException(DIRECTORY + resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Recording of(JsObject line) {
    String name = text(line, "name");
    JsObject request = Json.asObject(field(line, "request"));
    return new Recording(
        name,
        text(request, "method"),
        text(request, "path"),
        ((JsBoolean) field(request, "auth")).value(),
        texts(Json.asObject(field(request, "headers"))),
        Json.field(request, "body").map(body -> bytes(name, body)),
        Json.field(line, "response").map(Json::asObject).map(Recording::response));
  }

  private static Response response(JsObject response) {
    return new Response(
        ((JsNumber) field(response, "status")).value().toInt(),
        texts(Json.asObject(field(response, "headers"))),
        Json.field(response, "body").map(Recording::string).orElse(""));
  }

  /**
   * A string stands for itself, but for the two that were too long to be recorded; anything else is
   * JSON.
   */
  private static byte[] bytes(String name, JsValue body) {
    JsObject object = body instanceof JsObject o ? o : JsObject.empty();
    if (Json.fields(object).get("base64") instanceof JsString encoded) {
      return Base64.getDecoder().decode(encoded.value());
    }
    String text = body instanceof JsString string ? string.value() : body.compactPrint();
    return switch (name) {
      case "parameters too large" ->
          padded(
              "{\"exec\": {\"kind\": \"wasm\", \"code\": \"AGFzbQEAAAA=\", \"binary\": true},"
                  + " \"parameters\": [{\"key\": \"big\", \"value\": \"",
              "\"}]}",
              1_100_111);
      case "payload too large" -> padded("{\"a\": \"", "\"}", 1_100_009);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] padded(String before, String after, int length) {
    String padding = "x".repeat(length - before.length() - after.length());
    return (before + padding + after).getBytes(StandardCharsets.UTF_8);
  }

  private static JsValue field(JsObject object, String name) {
    return Json.field(object, name)
        .orElseThrow(() -> new IllegalStateException("no '" + name + "' in a recorded call"));
  }

  private static String text(JsObject object, String name) {
    return string(field(object, name));
  }

  private static String string(JsValue value) {
    return ((JsString) value).value();
  }

  private static Map<String, String> texts(JsObject object) {
    Map<String, String> texts = new HashMap<>();
    Json.fields(object).forEach((name, value) -> texts.put(name, string(value)));
    return texts;
  }
}
