// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://X.org            | http  | x.org    | 80   | /",
        "HTTPS://x.org:443?q     | https | x.org    | 443  | /?q",
        "http://x.org:8080/a/b#c | http  | x.org    | 8080 | /a/b",
        "http://x.org./          | http  | x.org    | 80   | /",
        "http://[::1]:1/a        | http  | [::1]    | 1    | /a",
        "http://x.org/a{b}[c]    | http  | x.org    | 80   | /a%7Bb%7D%5Bc%5D",
        "http://x.org/ü?ü        | http  | x.org    | 80   | /%C3%BC?%C3%BC",
        "http://x.org/a%2Fb      | http  | x.org    | 80   | /a%2Fb",
      })
  void itsParts(String url, String scheme, String host, int port, String target) throws Exception {
    assertThat(Destination.parse(url)).isEqualTo(new Destination(scheme, host, port, target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x.org",
        "/path",
        "ftp://x.org",
        "file:///etc/passwd",
        "http:",
        "http://",
        "http:///a",
        "http://user@x.org",
        "http://user:secret@x.org/",
        "http://x.org:0/",
        "http://x.org:65536/",
        "http://x.org:-1/",
        "http://x .org/",
        "http://x.org/a b",
        "http://x.org/a\r\nHost: y",
        "http://x.org\\@y.org/",
        "http://x.org/%zz",
        "http://ü.org",
        "http://./"
      })
  void whatIsRefused(String url) {
    assertThatThrownBy(() -> Destination.parse(url))
        .isInstanceOfSatisfying(
            HttpException.class, e -> assertThat(e.error()).isEqualTo(HttpError.INVALID_URL))
        .hasMessage("INVALID_URL");
  }

  @Test
  void theLongestUrl() throws Exception {
    String longest = "http://x.org/" + "a".repeat(8_192 - 13);

    assertThat(Destination.parse(longest).target()).hasSize(8_192 - 12);
    assertThatThrownBy(() -> Destination.parse(longest + "a")).isInstanceOf(HttpException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/b,http://x.org:81/b",
    "c,http://x.org:81/a/c",
    "//y.org/d,http://y.org/d",
    "https://z.org,https://z.org/"
  })
  void whereARedirectLeads(String location, String expected) throws Exception {
    Destination resolved = Destination.parse("http://x.org:81/a/b?q").resolve(location);

    assertThat(resolved.origin() + resolved.target()).isEqualTo(expected);
  }

  @Test
  void neitherPathNorQueryIsShown() throws Exception {
    assertThat(Destination.parse("https://x.org/secret?token=1")).hasToString("https://x.org");
  }
}
