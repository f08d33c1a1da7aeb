// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLayoutTest {
  @Test
  void oneMemberOrElementStandsOnALine() {
    assertThat(JsonLayout.pretty("{\"a\":[1,{\"b\":1.50,\"c\":[]},\"x\\ny\"],\"d\":{},\"e\":null}"))
        .isEqualTo(
            """
            {
                "a": [
                    1,
                    {
                        "b": 1.50,
                        "c": []
                    },
                    "x\\ny"
                ],
                "d": {},
                "e": null
            }""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "1e400", "\"x\"", "true"})
  void whatHasNoPartsStaysOnItsLine(String json) {
    assertThat(JsonLayout.pretty(json)).isEqualTo(json);
  }

  @Test
  void brokenJsonIsRefused() {
    assertThatThrownBy(() -> JsonLayout.pretty("[1,"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("is not valid JSON: Unexpected end-of-input");
  }
}
