// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A module begins on GraalWasm and goes on with Endive, where this JVM compiles with both. */
class EngineTiersTest {
  private static final String REASON =
      "it runs the module at once; endive takes over after two short activations, when it has compiled the module";

  private final WasmEngine engine = WasmEngine.create(EngineSettings.DEFAULTS);
  private final byte[] hello = Guests.built("c/hello");

  EngineTiersTest() throws IOException {}

  @BeforeEach
  void bothCompile() {
    assumeTrue(engine.report().engine().equals("graalwasm"), "GraalWasm only interprets here");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static Outcome call(CompiledModule module, String name) throws Exception {
    return module
        .start(new Invocation("{\"name\":\"%s\"}".formatted(name), Map.of(), Limits.DEFAULTS))
        .completion()
        .get(60, TimeUnit.SECONDS)
        .outcome();
  }

  @Test
  void endiveTakesOverBesideTheFirstActivations() throws Exception {
    CompiledModule module = engine.compile(hello);
    assertThat(module.engine()).isEqualTo("graalwasm");
    assertThat(engine.engineReason(module.info(), EngineChoice.AUTO)).isEqualTo(REASON);

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (module.engine().equals("graalwasm") && System.nanoTime() < deadline) {
      assertThat(call(module, "both"))
          .isEqualTo(new Outcome.Result("{\"greeting\":\"Hello, both!\"}"));
    }

    assertThat(module.engine()).isEqualTo("endive");
    assertThat(call(module, "both"))
        .isEqualTo(new Outcome.Result("{\"greeting\":\"Hello, both!\"}"));
  }

  private static Optional<String> second(byte[] module, EngineChoice pin) throws Exception {
    ModuleLayout layout = ModuleReader.read(module, ModuleLimits.DEFAULT);
    try (Engines engines = Engines.start(EngineChoice.AUTO, null)) {
      return engines
          .second(layout, pin, engines.forModule(layout.info(), pin))
          .map(EngineAdapter::name);
    }
  }

  @Test
  void whatIsPinnedToGraalWasmStays() throws Exception {
    assertThat(second(hello, EngineChoice.AUTO)).contains("endive");
    assertThat(second(hello, EngineChoice.GRAALWASM)).isEmpty();
    assertThat(second(hello, EngineChoice.ENDIVE)).isEmpty();
  }

  @Test
  void aModuleOfMoreCodeStays() throws Exception {
    int some = 1000;
    int atTheLimit = (int) Engines.MOST_CODE_TWICE - engine.describe(code(some)).codeBytes() + some;

    assertThat(engine.describe(code(atTheLimit)).codeBytes()).isEqualTo(Engines.MOST_CODE_TWICE);
    assertThat(second(code(atTheLimit), EngineChoice.AUTO)).contains("endive");
    assertThat(second(code(atTheLimit + 1), EngineChoice.AUTO)).isEmpty();
  }

  /** A hundred functions, and one of so many instructions. */
  private static byte[] code(int last) {
    return Wat.module(
        "(module (memory (export \"memory\") 1) %s (func (export \"_start\") %s))"
            .formatted(
                "(func %s)".formatted("nop ".repeat(5_200)).repeat(100), "nop ".repeat(last)));
  }

  @Test
  void aModuleThatEndiveLacksAFeatureForStays() throws Exception {
    byte[] simd =
        Wat.module(
            "(module (memory (export \"memory\") 1) (func (export \"_start\") (drop (v128.const i32x4 0 0 0 0))))");

    assertThat(second(simd, EngineChoice.AUTO)).isEmpty();
    assertThat(engine.engineReason(engine.describe(simd), EngineChoice.AUTO))
        .isEqualTo("endive lacks what it uses");
  }
}
