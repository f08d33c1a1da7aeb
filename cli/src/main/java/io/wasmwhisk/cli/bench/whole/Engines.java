// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import java.util.List;

/** Our engines, by the names that the benches have for them. */
final class Engines {
  static final String AUTO = "auto";
  static final List<String> SINGLE = List.of("graalwasm", "endive");
  static final List<String> OURS = List.of(AUTO, "graalwasm", "endive");

  private Engines() {}
}
