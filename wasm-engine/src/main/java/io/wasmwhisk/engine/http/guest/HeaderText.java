// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.guest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.http.client.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Headers as the ABI writes them: lines of {@code name:value}. */
final class HeaderText {
  /** Bytes of a name that is asked for. */
  static final int MOST_NAME = 4 << 10;

  private static final int MOST_HEADERS = 200;

  private HeaderText() {}

  /**
   * @throws HttpException {@link HttpError#INVALID_ENCODING} when a line has no colon, or there are
   *     too many
   */
  static List<Header> parse(String text) throws HttpException {
    List<Header> headers = new ArrayList<>();
    for (String line : text.split("\r?\n", -1)) {
      int colon = line.indexOf(':');
      if (line.isEmpty()) {
        continue;
      }
      if (colon < 0 || headers.size() == MOST_HEADERS) {
        throw new HttpException(HttpError.INVALID_ENCODING);
      }
      headers.add(
          new Header(
              line.substring(0, colon).toLowerCase(Locale.ROOT),
              line.substring(colon + 1).strip()));
    }
    return headers;
  }

  /** A server's bytes become UTF-8, and no control character of its making is left. */
  static byte[] write(List<Header> headers) {
    StringBuilder text = new StringBuilder();
    for (Header header : headers) {
      String value = new String(header.value().getBytes(ISO_8859_1), UTF_8);
      text.append(header.name())
          .append(':')
          .append(value.replaceAll("\\p{Cntrl}", " "))
          .append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }
}
