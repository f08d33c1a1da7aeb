// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.fuzz.Choices;

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
      assertThat(Trace.of(rewritten, info, new Choices(choices)))
          .isEqualTo(Trace.of(module, info, new Choices(choices)));
    }
  }
}
