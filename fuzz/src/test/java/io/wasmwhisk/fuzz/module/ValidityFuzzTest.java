// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What an engine accepts it accepts rewritten, and nothing becomes valid by being rewritten. */
class ValidityFuzzTest {
  /**
   * The index of a memory was one byte once, and GraalWasm wants it so; Endive reads the texts of
   * custom sections, which a module is valid without (core specification, 5.5.3). The rewriter may
   * mend both.
   */
  private static final List<String> MENDED =
      List.of("zero byte expected", "malformed UTF-8 encoding");

  static Stream<byte[]> seeds() {
    return Modules.seeds();
  }

  @MethodSource("seeds")
  @FuzzTest
  void rewritingKeepsValidity(byte[] bytes) {
    Modules.read(bytes)
        .ifPresent(module -> Modules.rewrite(module).ifPresent(it -> requireSame(module, it)));
  }

  private static void requireSame(ModuleLayout module, byte[] rewritten) {
    for (EngineAdapter engine : List.of(Modules.ENGINE, Modules.ENDIVE)) {
      if (Modules.supported(engine, module.info())) {
        requireSame(engine, module.bytes(), rewritten);
      }
    }
  }

  private static void requireSame(EngineAdapter engine, byte[] original, byte[] rewritten) {
    Optional<String> refusal = refusal(engine, original);
    Optional<String> afterwards = refusal(engine, rewritten);
    if (!refusal.filter(reason -> MENDED.stream().anyMatch(reason::contains)).isPresent()) {
      assertThat(afterwards.isPresent())
          .as("%s: original: %s, rewritten: %s", engine.name(), refusal, afterwards)
          .isEqualTo(refusal.isPresent());
    }
  }

  private static Optional<String> refusal(EngineAdapter engine, byte[] module) {
    try {
      engine.compile("fuzz", module);
      return Optional.empty();
    } catch (InvalidModuleException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
