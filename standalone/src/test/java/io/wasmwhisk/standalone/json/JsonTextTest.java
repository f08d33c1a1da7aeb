// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  private static final int LIMIT = JsonText.MOST;

  private final JsonText json = new JsonText(LIMIT);

  @Test
  void nestingAtTheLimitIsRead() {
    assertThat(json.parse(nested(LIMIT)).compactPrint()).isEqualTo(nested(LIMIT));
  }

  @Test
  void nestingOnePastTheLimitIsRefused() {
    assertThatThrownBy(() -> json.parse(nested(LIMIT + 1)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage(
            "JSON input nested too deeply:JSON input was nested more deeply than the configured limit of maxNesting = 250");
  }

  @Test
  void nestingFarBeyondAnyStackIsRefusedToo() {
    byte[] deep = "[".repeat(10_000_000).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> json.parse(deep)).isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void aValueReadElsewhereIsMeasuredInTheSameWay() {
    JsonText generous = new JsonText(LIMIT);
    JsonText strict = new JsonText(3);
    assertThat(strict.isTooDeep(generous.parse("3"))).isFalse();
    assertThat(strict.isTooDeep(generous.parse("[{\"a\":[1]},[[]]]"))).isFalse();
    assertThat(strict.isTooDeep(generous.parse("[{\"a\":[1]},[[[]]]]"))).isTrue();
    assertThat(generous.isTooDeep(generous.parse(nested(LIMIT)))).isFalse();
  }

  @Test
  void theLimitItselfIsLimited() {
    assertThatThrownBy(() -> new JsonText(LIMIT + 1))
        .hasMessage("nesting limit must be within 1 and 250: 251");
  }

  @Test
  void aMalformedTextIsExplainedInSpraysWords() {
    assertThatThrownBy(() -> json.parse("{"))
        .hasMessage(
            "Unexpected end-of-input at input index 1 (line 1, position 2), expected '\"':\n{\n ^\n");
  }

  @Test
  void numbersKeepTheirDigits() {
    String numbers = "[12345678901234567890123,1.10,1E+400]";
    assertThat(json.parse(numbers).compactPrint()).isEqualTo(numbers);
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
