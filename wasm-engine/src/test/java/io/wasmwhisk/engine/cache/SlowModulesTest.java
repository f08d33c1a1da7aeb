// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.cache;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.ContentHash;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowModulesTest {
  private static final ContentHash MODULE = ContentHash.of(new byte[] {1});
  private static final ContentHash OTHER = ContentHash.of(new byte[] {2});

  private final SlowModules modules = new SlowModules(Duration.ofSeconds(10));

  @Test
  void atTheLimit() {
    assertThatCode(
            () -> {
              modules.requireFast(MODULE, Duration.ofSeconds(10));
              modules.requireUnknown(MODULE);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void onePastTheLimitItIsRefusedFromThenOn() {
    String message =
        "Compiling the module takes 10001 milliseconds of processor time, more than the limit of 10000 milliseconds (the invoker's setting whisk.wasm.compile-limit).";

    assertThatThrownBy(() -> modules.requireFast(MODULE, Duration.ofMillis(10_001)))
        .hasMessage(message);
    assertThatThrownBy(() -> modules.requireUnknown(MODULE)).hasMessage(message);
    assertThatCode(() -> modules.requireUnknown(OTHER)).doesNotThrowAnyException();
  }
}
