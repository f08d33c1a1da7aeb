// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        " {\"a\": [1, \"two\", {\"three\": 3}]} ",
        "[12345678901234567890123, 1.10, 1e400, -0]",
        "{\"winter\":\"❄ ☃ ❄\", \"lone\": \"\\ud800\"}"
      })
  void objectsAndArraysAreResults(String text) {
    assertThat(JsonText.problem(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                | it is empty",
        "42                | it is no JSON object or array",
        "\"text\"          | it is no JSON object or array",
        "null              | it is no JSON object or array",
        "hello             | it is not valid JSON",
        "{\"a\":           | it is not valid JSON",
        "[1,]              | it is not valid JSON",
        "{} {}             | something follows the JSON value",
        "{'a':1}           | it is not valid JSON",
        "[NaN]             | it is not valid JSON",
      },
      quoteCharacter = '`')
  void everythingElseIsNot(String text, String problem) {
    assertThat(JsonText.problem(text.equals("''") ? "" : text)).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "0."})
  void aNumberAtItsLimitAndOnePast(String begin) {
    String digits = "1".repeat(JsonText.MOST_NUMBER_CHARACTERS - begin.length());

    assertThat(JsonText.problem("[" + begin + digits + "]")).isNull();
    assertThat(JsonText.problem("[{\"a\":" + begin + digits + "1}]"))
        .isEqualTo("a number in it has more than 100 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e", "-1.5E+", "1e-", "1E000000000000"})
  void anExponentAtItsLimitAndOnePast(String begin) {
    assertThat(JsonText.problem("[" + begin + "9999]")).isNull();
    assertThat(JsonText.problem("[{\"a\":" + begin + "10000}]"))
        .isEqualTo("a number in it has an exponent of more than 4 digits");
  }

  @Test
  void anExponentThatNoDecimalHas() {
    assertThat(JsonText.problem("{\"a\":1e9999999999999999}"))
        .isEqualTo("a number in it has an exponent of more than 4 digits");
  }

  @Test
  void aNumberFarPastItsLimit() {
    assertThat(JsonText.problem("[" + "1".repeat(1_000_000) + "]"))
        .isEqualTo("a number in it has more than 100 characters");
  }

  @Test
  void atTheDepthLimit() {
    assertThat(JsonText.problem(nested(JsonText.MOST_DEPTH))).isNull();
  }

  @Test
  void onePastTheDepthLimit() {
    assertThat(JsonText.problem(nested(JsonText.MOST_DEPTH + 1)))
        .isEqualTo("it is nested deeper than 256 levels");
  }

  @Test
  void farPastTheDepthLimit() {
    assertThat(JsonText.problem("[".repeat(5_000_000)))
        .isEqualTo("it is nested deeper than 256 levels");
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
