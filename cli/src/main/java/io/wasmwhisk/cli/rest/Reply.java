// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.rest;

import io.wasmwhisk.cli.json.JsonMembers;

/**
 * What the server answered.
 *
 * @param status the HTTP status
 * @param body the body as it came
 */
public record Reply(int status, String body) {
  /** Whether the status is 200. */
  public boolean isOk() {
    return status == 200;
  }

  /** The body's members; none when it is no JSON object, as a proxy's answer may be. */
  public JsonMembers members() {
    try {
      return JsonMembers.of(body);
    } catch (IllegalArgumentException e) {
      return new JsonMembers();
    }
  }

  /** The server's own words for why it refused. */
  public String error() {
    return members().string("error").orElse(body.isBlank() ? "an empty answer" : body.strip());
  }
}
