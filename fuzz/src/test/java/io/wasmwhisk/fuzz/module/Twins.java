// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.fuzz.Choices;
import java.util.List;
import java.util.stream.IntStream;

/** A module and its rewritten form, run side by side. */
final class Twins {
  private Twins() {}

  /**
   * Calls every function of both with the same arguments.
   *
   * @param module a valid module
   * @param choices where arguments come from
   */
  static void requireAlike(byte[] module, byte[] choices) {
    ModuleLayout layout = Modules.read(module).orElseThrow();
    ModuleInfo info = layout.info();
    if (Modules.supported(info)) {
      byte[] rewritten = Modules.rewrite(layout).orElseThrow();
      List<String> expected = Trace.of(module, info, new Choices(choices));
      List<String> found = Trace.of(rewritten, info, new Choices(choices));
      int compared = Math.min(untilStackEnds(expected), untilStackEnds(found));
      assertThat(found.subList(0, compared)).isEqualTo(expected.subList(0, compared));
    }
  }

  /** How many calls fit a stack depends on what is compiled; from there on both may differ. */
  private static int untilStackEnds(List<String> lines) {
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).endsWith(Trace.STACK_EXHAUSTED))
        .findFirst()
        .orElse(lines.size());
  }
}
