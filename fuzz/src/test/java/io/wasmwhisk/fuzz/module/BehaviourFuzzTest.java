// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.wasmwhisk.fuzz.generate.ModuleGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A generated module is accepted, and does the same rewritten: results and traps of every function,
 * and what its memories hold.
 */
class BehaviourFuzzTest {

  static Stream<byte[]> seeds() {
    return Modules.choices();
  }

  @MethodSource("seeds")
  @FuzzTest
  void rewritingKeepsBehaviour(byte[] choices) {
    Twins.requireAlike(ModuleGenerator.generate(choices), choices);
  }
}
