// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class WrittenValuesTest {
  @ParameterizedTest
  @CsvSource({"1ms, 1", "500ms, 500", "5s, 5000", "2m, 120000", "999999999s, 999999999000"})
  void durations(String text, long milliseconds) {
    assertThat(new DurationText().convert(text)).isEqualTo(Duration.ofMillis(milliseconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "-1s", "1.5s", "5 s", "5h", "1000000000s", "s"})
  void noDurations(String text) {
    assertThatThrownBy(() -> new DurationText().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage(
            "'"
                + text
                + "' is no duration: write a whole number and ms, s or m, as in 500ms or 5s");
  }

  @Test
  void noTimeIsNoDuration() {
    assertThatThrownBy(() -> new DurationText().convert("0ms"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'0ms' must be more than zero");
  }

  @ParameterizedTest
  @CsvSource({"64k, 65536", "256m, 268435456", "256MB, 268435456", "4g, 4294967296", "0m, 0"})
  void sizes(String text, long bytes) {
    assertThat(new ByteSizeText().convert(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "256", "1.5g", "-1m", "1t", "m", "1000000000k"})
  void noSizes(String text) {
    assertThatThrownBy(() -> new ByteSizeText().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage(
            "'" + text + "' is no size: write a whole number and k, m or g, as in 64k or 256m");
  }
}
