// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.guest;

import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.http.client.Response;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The responses that a guest has not closed yet, by their handles. */
final class OpenResponses {
  private final Map<Integer, Body> bodies = new HashMap<>();
  private int next;
  private long bytes;

  /** A response, and how much of its body was read. */
  static final class Body {
    private final Response response;
    private int position;

    private Body(Response response) {
      this.response = response;
    }

    Response response() {
      return response;
    }

    int position() {
      return position;
    }

    int left() {
      return response.body().length - position;
    }

    void advance(int read) {
      position += read;
    }
  }

  int count() {
    return bodies.size();
  }

  /** What they hold of the host's memory. */
  long bytes() {
    return bytes;
  }

  int add(Response response) {
    int handle = next++;
    bodies.put(handle, new Body(response));
    bytes += response.length();
    return handle;
  }

  Body get(int handle) throws HttpException {
    Body body = bodies.get(handle);
    if (body == null) {
      throw new HttpException(HttpError.INVALID_HANDLE);
    }
    return body;
  }

  /** The response that was open by this handle, null when none was. */
  @Nullable Response remove(int handle) {
    Body body = bodies.remove(handle);
    if (body == null) {
      return null;
    }
    bytes -= body.response().length();
    return body.response();
  }
}
