// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.fuzz.generate.ModuleGenerator;
import java.util.List;
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
    byte[] rewritten = Modules.rewrite(layout).orElseThrow();
    List<String> calls = Witness.calls(layout.info());
    Witness.requireAlike(
        Witness.of(Modules.ENGINE, rewritten, calls), Witness.of(Modules.ENDIVE, rewritten, calls));
  }
}
