// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of the wanted kinds can be measured.
 *
 * @param present those that can
 * @param absent a sentence for each of the others
 */
public record Kinds(List<Kind> present, List<String> absent) {
  /** Copies the lists. */
  public Kinds {
    present = List.copyOf(present);
    absent = List.copyOf(absent);
  }

  /**
   * Looks for them.
   *
   * @param wanted their names
   * @param offered what the server has
   */
  public static Kinds find(List<String> wanted, List<String> offered) {
    List<Kind> present = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (String name : wanted.stream().distinct().toList()) {
      Optional<Language> language = Language.of(name);
      if (!offered.contains(name)) {
        absent.add("%s: the server has %s".formatted(name, listed(offered)));
      } else if (language.isEmpty()) {
        absent.add("%s: the programs are there as modules and in JavaScript only".formatted(name));
      } else {
        present.add(new Kind(name, language.get()));
      }
    }
    return new Kinds(present, absent);
  }

  private static String listed(List<String> offered) {
    return offered.isEmpty()
        ? "no kinds"
        : "only " + String.join(", ", offered.stream().sorted().toList());
  }
}
