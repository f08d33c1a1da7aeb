// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.wasmwhisk.engine.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompiledAheadTest {
  private static final Path HELLO = Path.of("../actions/c/hello.wasm");

  /** Told by the cache, not by a clock. */
  @Test
  void theFirstInitialisationFindsWhatWasStoredCompiled() throws Exception {
    String code = Base64.getEncoder().encodeToString(Files.readAllBytes(HELLO));
    WasmSettings settings = WasmSettings.from(ConfigFactory.parseString("whisk.wasm.prewarm = 0s"));
    try (WasmRuntime runtime = new WasmRuntime(settings)) {
      runtime.stored("guest", "hello", code, true, "main");
      while (runtime.ahead().compiled() == 0) {
        Thread.onSpinWait();
      }

      Action.Initialized initialized =
          runtime
              .newAction(Map.of())
              .initialize(new Initializer("hello", "main", code, true, Map.of()), Limits.DEFAULTS)
              .get();

      assertThat(initialized.answer()).isEqualTo(new Answer.Response(200, "{\"ok\":true}"));
      assertThat(initialized.compilation()).isEmpty();
      assertThat(runtime.statistics().modules().misses()).isEqualTo(1);
    }
  }
}
