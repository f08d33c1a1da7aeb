// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ByteSizeTest {
  private static final ByteSize MB = ByteSize.apply(1, SizeUnits.MB$.MODULE$);
  private static final ByteSize KB = ByteSize.apply(1024, SizeUnits.KB$.MODULE$);

  @Test
  void equalBytesAreEqual() {
    assertThat(MB).isEqualTo(KB).isEqualByComparingTo(KB);
    assertThat(MB.$less$eq(KB)).isTrue();
    assertThat(MB.$greater(KB)).isFalse();
  }

  @Test
  void theHashIsScalacs() {
    assertThat(MB.hashCode()).isEqualTo(-2043474913);
  }

  @Test
  void sumsAreInBytes() {
    assertThat(MB.$plus(KB)).hasToString("2097152 B");
    assertThat(MB.$minus(KB)).hasToString("0 B");
    assertThat(MB.$times(3)).hasToString("3145728 B");
    assertThat(MB.$div(2)).hasToString("524288 B");
    assertThat(MB.$div(KB)).isEqualTo(1.0);
  }

  @Test
  void nothingIsNegativeOrDividedByNothing() {
    ByteSize none = ByteSize.apply(0, SizeUnits.GB$.MODULE$);
    assertThatThrownBy(() -> none.$minus(KB))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("requirement failed: a negative size of an object is not allowed.");
    assertThatThrownBy(() -> MB.$div(none)).isInstanceOf(ArithmeticException.class);
  }
}
