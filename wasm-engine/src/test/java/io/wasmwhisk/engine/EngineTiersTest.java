// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.wasmwhisk.engine.binary.Wat;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A module begins on GraalWasm and goes on with Endive, where this JVM compiles with both. */
class EngineTiersTest {
  private static final String REASON =
      "it runs the module at once; endive takes over when it has compiled the whole module";

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

  @Test
  void codeThatIsLoadedAheadHasItsEngineAtOnce() throws Exception {
    CompiledModule module = engine.compile(hello);

    module.finishCompiling();

    assertThat(module.engine()).isEqualTo("endive");
    assertThat(module.enteredBy("other").engine()).isEqualTo("endive");
    assertThat(call(module, "ahead"))
        .isEqualTo(new Outcome.Result("{\"greeting\":\"Hello, ahead!\"}"));
  }

  @Test
  void whatIsPinnedToGraalWasmStays() throws Exception {
    CompiledModule module = engine.load(hello, EngineChoice.GRAALWASM).module();

    module.finishCompiling();

    assertThat(module.engine()).isEqualTo("graalwasm");
  }

  /** The locals begin as 0, which is too much for a method of the JVM. */
  @Test
  void aModuleThatEndiveWouldInterpretInPartStays() throws Exception {
    CompiledModule module =
        engine.compile(
            Wat.module(
                "(module (memory (export \"memory\") 1) (func (export \"_start\")) (func (local %s)))"
                    .formatted("i64 ".repeat(20_000))));

    module.finishCompiling();

    assertThat(module.engine()).isEqualTo("graalwasm");
  }

  @ParameterizedTest
  @CsvSource({"0, endive", "1, graalwasm"})
  void aModuleOfMoreCodeStays(int more, String engineInTheEnd) throws Exception {
    int some = 1000;
    int missing = (int) Engines.MOST_CODE_TWICE - engine.describe(code(some)).codeBytes();
    byte[] atTheLimit = code(some + missing + more);
    assertThat(engine.describe(atTheLimit).codeBytes()).isEqualTo(Engines.MOST_CODE_TWICE + more);
    CompiledModule module = engine.compile(atTheLimit);

    module.finishCompiling();

    assertThat(module.engine()).isEqualTo(engineInTheEnd);
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
    CompiledModule module =
        engine.compile(
            Wat.module(
                "(module (memory (export \"memory\") 1) (func (export \"_start\") (drop (v128.const i32x4 0 0 0 0))))"));

    module.finishCompiling();

    assertThat(module.engine()).isEqualTo("graalwasm");
    assertThat(engine.engineReason(module.info(), EngineChoice.AUTO))
        .isEqualTo("endive lacks what it uses");
  }
}
