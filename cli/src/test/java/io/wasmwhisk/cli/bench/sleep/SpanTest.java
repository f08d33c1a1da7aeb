// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.sleep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {
  @Test
  void theMostAtOnceAreCounted() {
    assertThat(Span.mostAtOnce(List.of())).isZero();
    assertThat(Span.mostAtOnce(List.of(new Span(0, 10), new Span(5, 15), new Span(9, 20))))
        .isEqualTo(3);
    assertThat(Span.mostAtOnce(List.of(new Span(0, 10), new Span(11, 15), new Span(2, 12))))
        .isEqualTo(2);
  }

  @Test
  void oneThatEndsWhenAnotherBeginsIsNotThereWithIt() {
    assertThat(Span.mostAtOnce(List.of(new Span(0, 10), new Span(10, 20)))).isEqualTo(1);
    assertThat(Span.mostAtOnce(List.of(new Span(0, 11), new Span(10, 20)))).isEqualTo(2);
  }

  @Test
  void oneThatEndsBeforeItBeginsIsNeverThere() {
    assertThat(Span.mostAtOnce(List.of(new Span(10, 10), new Span(20, 5)))).isZero();
  }
}
