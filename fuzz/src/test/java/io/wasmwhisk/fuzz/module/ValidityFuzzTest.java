// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine accepts it accepts rewritten, and nothing becomes valid by being rewritten. */
class ValidityFuzzTest {
  static Stream<byte[]> seeds() {
    return Modules.seeds();
  }

  @MethodSource("seeds")
  @FuzzTest
  void rewritingKeepsValidity(byte[] bytes) {
    Modules.read(bytes)
        .filter(module -> Modules.supported(module.info()))
        .ifPresent(module -> Modules.rewrite(module).ifPresent(it -> requireSame(bytes, it)));
  }

  private static void requireSame(byte[] original, byte[] rewritten) {
    Optional<String> refusal = refusal(original);
    Optional<String> afterwards = refusal(rewritten);
    // The index of a memory was one byte once, and GraalWasm wants it so: the rewriter may mend it.
    if (!refusal.filter(reason -> reason.contains("zero byte expected")).isPresent()) {
      assertThat(afterwards.isPresent())
          .as("original: %s, rewritten: %s", refusal, afterwards)
          .isEqualTo(refusal.isPresent());
    }
  }

  private static Optional<String> refusal(byte[] module) {
    try {
      Modules.ENGINE.compile("fuzz", module);
      return Optional.empty();
    } catch (InvalidModuleException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
