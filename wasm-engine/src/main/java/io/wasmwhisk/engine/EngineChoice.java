// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which engine runs guests. */
public enum EngineChoice {
  /**
   * GraalWasm where this JVM compiles guest code with it, Endive where it does not; a module that
   * needs what only the other one has, gets that.
   */
  AUTO,
  /** GraalWasm, on any JVM: where it cannot compile, guests are 70 to 270 times slower. */
  GRAALWASM,
  /** Endive: modules become classes, which every JVM compiles. */
  ENDIVE;

  /** Its name in settings and on command lines. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The choice of this name.
   *
   * @throws IllegalArgumentException when there is none; the message names those there are
   */
  public static EngineChoice of(String word) {
    return Arrays.stream(values())
        .filter(choice -> choice.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no engine \"%s\"; there are %s"
                        .formatted(
                            word,
                            Arrays.stream(values())
                                .map(EngineChoice::word)
                                .collect(Collectors.joining(", ")))));
  }
}
