// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.fuzz.generate.ModuleGenerator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A generated module does the same on both engines: what its functions return and how they trap,
 * and what its memory holds.
 */
class EnginesFuzzTest {
  static Stream<byte[]> seeds() {
    return Modules.choices();
  }

  @MethodSource("seeds")
  @FuzzTest
  void bothEnginesAgree(byte[] choices) {
    ModuleLayout layout = Modules.read(ModuleGenerator.portable(choices)).orElseThrow();
    long functions =
        layout.info().exports().stream().filter(each -> each.name().startsWith("run")).count();
    byte[] rewritten = Modules.rewrite(layout).orElseThrow();
    List<String> expected = Witness.of(Modules.ENGINE, rewritten, functions);
    List<String> found = Witness.of(Modules.ENDIVE, rewritten, functions);
    int compared = Math.min(untilOwn(expected), untilOwn(found));
    assertThat(found.subList(0, compared)).isEqualTo(expected.subList(0, compared));
  }

  /** How many calls fit a stack is each engine's own, as is what it refuses to run. */
  private static int untilOwn(List<String> lines) {
    return IntStream.range(0, lines.size())
        .filter(i -> isOwn(lines.get(i)))
        .findFirst()
        .orElse(lines.size());
  }

  private static boolean isOwn(String line) {
    return line.startsWith(Witness.STACK_EXHAUSTED) || line.startsWith(Witness.UNFIT);
  }
}
