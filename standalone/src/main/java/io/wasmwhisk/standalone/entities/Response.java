// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.entities;

import io.wasmwhisk.standalone.json.Fields;
import io.wasmwhisk.standalone.json.Json;
import java.util.Arrays;
import java.util.Optional;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/**
 * How an activation ended ({@code ActivationResponse}).
 *
 * @param size of the result as the container sent it, in characters; absent when it sent none
 */
public record Response(Status status, Optional<JsValue> result, Optional<Integer> size) {

  /** Who is to blame. */
  public enum Status {
    SUCCESS(0, "success"),
    APPLICATION_ERROR(1, "application error"),
    DEVELOPER_ERROR(2, "action developer error"),
    WHISK_ERROR(3, "whisk internal error");

    private final int code;
    private final String words;

    Status(int code, String words) {
      this.code = code;
      this.words = words;
    }

    /** The status with this code; an unknown code is the platform's fault. */
    public static Status of(int code) {
      return Arrays.stream(values())
          .filter(status -> status.code == code)
          .findFirst()
          .orElse(WHISK_ERROR);
    }

    public int code() {
      return code;
    }
  }

  public static Response developerError(String message) {
    return error(Status.DEVELOPER_ERROR, message);
  }

  public static Response whiskError(String message) {
    return error(Status.WHISK_ERROR, message);
  }

  private static Response error(Status status, String message) {
    JsValue result = Fields.byName().with("error", message).toJson();
    return new Response(status, Optional.of(result), Optional.empty());
  }

  public boolean isSuccess() {
    return status == Status.SUCCESS;
  }

  /** Whether the container is still good for the next activation. */
  public boolean keepsContainer() {
    return status == Status.SUCCESS || status == Status.APPLICATION_ERROR;
  }

  public JsObject toJson() {
    Fields json = Fields.byName().with("success", isSuccess()).with("status", status.words);
    if (result.isPresent()) {
      json = json.with("result", result.get());
    }
    if (size.isPresent()) {
      json = json.with("size", size.get());
    }
    return json.toJson();
  }

  /**
   * How long the result is, roughly. That of a result which was cut is not {@link #size}, which
   * tells how long it would have been, but its text.
   */
  public long keptCharacters() {
    if (result.orElse(Json.NULL) instanceof JsObject object
        && object.fields().get("error").getOrElse(() -> Json.NULL) instanceof JsString error) {
      return error.value().length();
    }
    return size.orElse(0);
  }

  /** What {@code result=true} shows. */
  public JsValue resultOrNull() {
    return result.orElse(Json.NULL);
  }
}
