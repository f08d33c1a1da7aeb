// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http;

import java.time.Duration;

/**
 * What requests may take.
 *
 * @param requestBytes headers and body of one request
 * @param responseBytes headers and bodies of the responses that an activation holds at once
 * @param time wall time of one request, redirects and name resolution included; never beyond the
 *     activation's own
 * @param requests requests of one activation
 * @param responses responses that an activation holds at once
 * @param redirects redirects that one request follows
 * @param concurrent requests that an owner has under way at once
 */
public record HttpLimits(
    long requestBytes,
    long responseBytes,
    Duration time,
    int requests,
    int responses,
    int redirects,
    int concurrent) {
  /** 1 MiB out, 8 MiB in, 30 s; 50 requests, 16 responses held, 10 redirects, 32 at once. */
  public static final HttpLimits DEFAULTS =
      new HttpLimits(1L << 20, 8L << 20, Duration.ofSeconds(30), 50, 16, 10, 32);

  private static final long MOST_BYTES = 1L << 30;

  /** Checks each range. */
  public HttpLimits {
    require("request-bytes", requestBytes, 0, MOST_BYTES);
    require("response-bytes", responseBytes, 0, MOST_BYTES);
    require("requests", requests, 0, Integer.MAX_VALUE);
    require("responses", responses, 1, Integer.MAX_VALUE);
    require("redirects", redirects, 0, 100);
    require("concurrent", concurrent, 1, Integer.MAX_VALUE);
    if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "time of " + time + " must be more than 0 and at most PT24H");
    }
  }

  private static void require(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s of %d must be from %d to %d".formatted(what, value, least, most));
    }
  }
}
