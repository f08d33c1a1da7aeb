// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import java.util.List;

/**
 * GraalWasm's own sentences about some traps, in the words of the specification's test suite, which
 * are the same for every engine.
 */
final class TrapWords {
  private record Wording(String sentence, String words) {}

  private static final List<Wording> WORDINGS =
      List.of(
          new Wording("memory access at address", "out of bounds memory access"),
          new Wording("memory access of negative length", "out of bounds memory access"),
          new Wording("out of table bounds", "undefined element"),
          new Wording("is uninitialized", "uninitialized element"),
          new Wording("differ in the indirect call", "indirect call type mismatch"));

  private TrapWords() {}

  /** The words for a sentence; the sentence itself when it is none of these. */
  static String of(String message) {
    return WORDINGS.stream()
        .filter(wording -> message.contains(wording.sentence()))
        .map(Wording::words)
        .findFirst()
        .orElse(message);
  }
}
