// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberedModuleTest {
  private static final byte[] EMPTY = {0, 'a', 's', 'm', 1, 0, 0, 0};

  @Test
  void theNumberIsInACustomSectionAtTheEnd() {
    assertThat(NumberedModule.of(EMPTY, 42))
        .startsWith(EMPTY)
        .endsWith(new byte[] {0, 10, 6, 'n', 'u', 'm', 'b', 'e', 'r', 2, '4', '2'})
        .hasSize(EMPTY.length + 12);
  }
}
