// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.attack;

import java.util.List;
import java.util.stream.Stream;

/** All attacks, in the order in which they are run. */
public final class Attacks {
  private static final List<Attack> ALL =
      Stream.of(
              DeadlineAttacks.LIST,
              MemoryAttacks.LIST,
              CodeAttacks.LIST,
              OutputAttacks.LIST,
              FileAttacks.LIST,
              Floods.LIST)
          .flatMap(List::stream)
          .toList();

  private Attacks() {}

  /** Every attack. */
  public static List<Attack> all() {
    return ALL;
  }
}
