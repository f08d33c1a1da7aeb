// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api.example.com              | GET  | https://api.example.com/x        | true",
        "api.example.com              | GET  | http://API.example.com.          | true",
        "api.example.com              | GET  | https://api.example.com:8443/    | false",
        "api.example.com              | GET  | https://api.example.com.evil.com | false",
        "api.example.com              | GET  | https://xapi.example.com         | false",
        "https://api.example.com      | GET  | http://api.example.com           | false",
        "https://api.example.com:8443 | GET  | https://api.example.com:8443     | true",
        "https://api.example.com:8443 | GET  | https://api.example.com          | false",
        "api.example.com:*            | GET  | http://api.example.com:1234      | true",
        "*.example.com                | GET  | https://a.b.example.com          | true",
        "*.example.com                | GET  | https://example.com              | false",
        "*.example.com                | GET  | https://.example.com             | false",
        "*                            | GET  | https://anything.org             | true",
        "*                            | GET  | https://anything.org:444         | false",
        "GET,HEAD *                   | HEAD | https://anything.org             | true",
        "GET,HEAD *                   | POST | https://anything.org             | false",
        "GET *                        | get  | https://anything.org             | false",
        "127.0.0.1:*                  | GET  | http://127.0.0.1:80              | true",
        "127.0.0.1:*                  | GET  | http://localhost:80              | false",
        "[::1]:8080                   | GET  | http://[::1]:8080                | true",
      })
  void whatARuleMeans(String rule, String method, String url, boolean allowed) {
    boolean found;
    try {
      found = HttpRule.parse(rule).allows(method, Destination.parse(url));
    } catch (HttpException e) {
      found = false;
    }
    assertThat(found).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api.example.com          | *.example.com                                  | true",
        "*.example.com            | api.example.com                                | false",
        "*.a.example.com          | *.example.com                                  | true",
        "*.example.com            | *.a.example.com                                | false",
        "*                        | *.example.com                                  | false",
        "https://x.org            | x.org                                          | true",
        "x.org                    | https://x.org                                  | false",
        "x.org                    | https://x.org; http://x.org                    | true",
        "x.org:*                  | x.org                                          | false",
        "x.org                    | x.org:*                                        | true",
        "https://x.org:443        | https://x.org                                  | true",
        "https://x.org            | x.org:443                                      | true",
        "http://x.org             | x.org:443                                      | false",
        "GET x.org                | x.org                                          | true",
        "x.org                    | GET x.org                                      | false",
        "GET,POST x.org           | GET x.org; POST x.org                          | true",
        "GET,PUT x.org            | GET x.org; POST x.org                          | false",
      })
  void whatIsCovered(String asked, String offered, boolean covered) {
    List<HttpRule> rules = Stream.of(offered.split("; ", -1)).map(HttpRule::parse).toList();

    assertThat(HttpRule.parse(asked).coveredBy(rules)).isEqualTo(covered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x.org", "https://*.x.org:8443", "GET,HEAD http://[::1]:*", "*", "POST x.org:1"})
  void aRuleIsWrittenAsItWasRead(String text) {
    assertThat(HttpRule.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " x",
        "x.org/",
        "x.org/path",
        "ftp://x.org",
        "x.org:",
        "x.org:123456",
        "get x.org",
        "user@x.org",
        "x.org:-1",
        "http://",
        "x org",
        "GET, x.org"
      })
  void whatIsNoRule(String text) {
    assertThatThrownBy(() -> HttpRule.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "\"" + (text.startsWith("user@") ? "user@x.org" : text) + "\" is no ");
  }

  @Test
  void theWordsOfARefusal() {
    assertThatThrownBy(() -> HttpRule.parse("x.org/"))
        .hasMessage(
            "\"x.org/\" is no rule: expected [METHOD[,METHOD...] ][http://|https://]HOST[:PORT]");
    assertThatThrownBy(() -> HttpRule.parse("a*.x.org"))
        .hasMessage(
            "\"a*.x.org\" is no host: expected a name, *.name, an address, an IPv6 address in brackets, or *");
    assertThatThrownBy(() -> HttpRule.parse("x.org:65536"))
        .hasMessage("\"x.org:65536\" is no rule: port 65536 must be from 1 to 65535");
    assertThat(HttpRule.parse("x.org:65535").port()).isEqualTo(65_535);
  }
}
