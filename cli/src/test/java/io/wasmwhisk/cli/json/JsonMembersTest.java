// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMembersTest {
  @Test
  void valuesStayAsTheyWereWritten() {
    String text =
        """
        { "big": 123456789012345678901234567890, "small":1e-400 , "minus": -0, "one": 1.0,
          "text": "a\\u00e9\\n☃", "list": [1, {"x": 2.50}], "no": null, "yes": true }
        """;

    assertThat(JsonMembers.of(text))
        .hasToString(
            """
            {"big":123456789012345678901234567890,"small":1e-400,"minus":-0,"one":1.0,\
            "text":"a\\u00e9\\n☃","list":[1, {"x": 2.50}],"no":null,"yes":true}""");
  }

  @Test
  void theLastMemberOfANameCounts() {
    JsonMembers members = JsonMembers.of("{\"a\":1,\"b\":2,\"a\":3}");

    assertThat(members.get("a")).contains("3");
    assertThat(members).hasToString("{\"a\":3,\"b\":2}");
  }

  @Test
  void stringsAndObjectsInsideAreRead() {
    JsonMembers members = JsonMembers.of("{\"s\":\"a\\\"b\",\"n\":1,\"o\":{\"p\":\"q\"}}");

    assertThat(members.string("s")).contains("a\"b");
    assertThat(members.string("n")).isEmpty();
    assertThat(members.string("absent")).isEmpty();
    assertThat(members.object("o").flatMap(inner -> inner.string("p"))).contains("q");
    assertThat(members.object("s")).isEmpty();
  }

  @Test
  void membersBecomeOpenWhisksKeyValueArray() {
    JsonMembers members = new JsonMembers();
    members.put("a", "1");
    members.put("b\"", "[2]");

    assertThat(members.asKeyValueArray())
        .isEqualTo("[{\"key\":\"a\",\"value\":1},{\"key\":\"b\\\"\",\"value\":[2]}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "[1] | is no JSON object",
        "'' | is no JSON object",
        "{} {} | has something after its JSON object",
        "{\"a\":} | is not valid JSON: Unexpected character ('}' (code 125)): expected a value (line 1, column 6)",
      })
  void anythingElseIsRefused(String text, String message) {
    assertThatThrownBy(() -> JsonMembers.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
