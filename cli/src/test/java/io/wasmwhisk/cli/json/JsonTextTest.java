// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"1", "-0", "1e400", "true", "null", "\"x\"", " 5 ", "[]", "{\"a\":[1,{}]}", "1.0"})
  void anyValueOfJsonIsOne(String text) {
    assertThat(JsonText.isValue(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "World", "01", "1 2", "NaN", "'x'", "{a:1}", "[1", "\"x", "True", "+1", ".5"
      })
  void anythingElseIsNone(String text) {
    assertThat(JsonText.isValue(text)).isFalse();
  }

  @Test
  void aQuotedStringHasItsSpecialCharactersEscaped() {
    assertThat(JsonText.quote("a\"b\\c\n☃\u0001")).isEqualTo("\"a\\\"b\\\\c\\n☃\\u0001\"");
  }
}
