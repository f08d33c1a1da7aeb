// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.workload;

import java.util.Optional;

/** What code of a kind is written in. */
public enum Language {
  /** A module. */
  WASM(".wasm"),
  /** The text of a function {@code main}, as OpenWhisk's kinds {@code nodejs} take it. */
  JAVASCRIPT(".js");

  private static final String OUR_JAVASCRIPT = "wasm:js";

  private final String ending;

  Language(String ending) {
    this.ending = ending;
  }

  /** How its files end. */
  String ending() {
    return ending;
  }

  /** That of a kind; empty where there are no programs in it. */
  static Optional<Language> of(String kind) {
    if (kind.equals(OUR_JAVASCRIPT)) {
      return Optional.of(JAVASCRIPT);
    }
    return switch (kind.split(":", -1)[0]) {
      case "wasm" -> Optional.of(WASM);
      case "nodejs" -> Optional.of(JAVASCRIPT);
      default -> Optional.empty();
    };
  }
}
