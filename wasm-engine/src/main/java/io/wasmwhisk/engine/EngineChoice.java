// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which engine runs guests. */
public enum EngineChoice {
  /**
   * Where this JVM compiles guest code with GraalWasm, a module begins there, which takes no time,
   * and goes on with Endive if its activations are short, when that has compiled it; where it does
   * not, Endive alone. A module that needs what only one of them has, gets that.
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
