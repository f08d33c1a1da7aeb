// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A module runs on the engine that it is pinned to, where that is there. */
class EnginePinTest {
  private final byte[] hello = Guests.built("c/hello");

  EnginePinTest() throws IOException {}

  @ParameterizedTest
  @EnumSource(
      value = EngineChoice.class,
      names = {"GRAALWASM", "ENDIVE"})
  void aPinnedModuleRunsOnItsEngine(EngineChoice pin) throws Exception {
    try (WasmEngine engine = WasmEngine.create(EngineSettings.DEFAULTS)) {
      CompiledModule module = engine.load(hello, pin).module();

      assertThat(module.engine()).isEqualTo(pin.word());
      assertThat(engine.engineReason(module.info(), pin)).isEqualTo("its manifest asks for it");
      assertThat(
              module
                  .start(new Invocation("{\"name\":\"pin\"}", Map.of(), Limits.DEFAULTS))
                  .completion()
                  .get(60, TimeUnit.SECONDS)
                  .outcome())
          .isEqualTo(new Outcome.Result("{\"greeting\":\"Hello, pin!\"}"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = EngineChoice.class,
      names = {"GRAALWASM", "ENDIVE"})
  void itIsCompiledForEachEngineOnce(EngineChoice pin) throws Exception {
    try (WasmEngine engine = WasmEngine.create(EngineSettings.DEFAULTS)) {
      assertThat(engine.load(hello).compilation()).isPresent();
      assertThat(engine.load(hello, pin).compilation()).isPresent();
      assertThat(engine.load(hello, pin).compilation()).isEmpty();
      assertThat(engine.load(hello).compilation()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = EngineChoice.class,
      names = {"GRAALWASM", "ENDIVE"})
  void anEngineThatIsNotSetIsRefused(EngineChoice set) {
    EngineChoice other = set == EngineChoice.ENDIVE ? EngineChoice.GRAALWASM : EngineChoice.ENDIVE;
    try (WasmEngine engine = WasmEngine.create(EngineSettings.DEFAULTS.withEngine(set))) {
      assertThatThrownBy(() -> engine.load(hello, other))
          .isInstanceOf(InvalidModuleException.class)
          .hasMessage(
              "The module is to run on the engine %s, but only %s is set (whisk.wasm.engine)."
                  .formatted(other.word(), set.word()));
    }
  }
}
