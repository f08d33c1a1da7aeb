// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import io.wasmwhisk.engine.http.Destination;
import java.util.List;

/**
 * A request as a guest asks for it; {@link RequestCheck} says whether it may be sent.
 *
 * @param method {@code GET} for instance
 * @param destination where it goes
 * @param headers what it says beyond what is said for it
 * @param body its content, empty for none
 */
public record Request(String method, Destination destination, List<Header> headers, byte[] body) {
  /** Copies the list. */
  public Request {
    headers = List.copyOf(headers);
  }

  long length() {
    return headers.stream().mapToLong(Header::length).sum() + body.length;
  }

  /** Without the header's values and the URL's query. */
  @Override
  public String toString() {
    return method + " " + destination;
  }
}
