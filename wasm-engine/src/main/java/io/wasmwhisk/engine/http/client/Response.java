// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import java.util.List;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param status 200 for instance
 * @param headers in the server's order
 * @param body the content as it was sent, still compressed if the guest asked for that
 */
public record Response(int status, List<Header> headers, byte[] body) {
  /** Copies the list. */
  public Response {
    headers = List.copyOf(headers);
  }

  /** The first header of a name, given in lower case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equals(name))
        .map(Header::value)
        .findFirst();
  }

  /** What it holds of the host's memory. */
  public long length() {
    return headers.stream().mapToLong(Header::length).sum() + body.length;
  }

  /** Without what the server said. */
  @Override
  public String toString() {
    return "status " + status;
  }
}
