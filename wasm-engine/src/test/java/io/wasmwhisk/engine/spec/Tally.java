// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of a run. */
final class Tally {
  private final Map<String, Integer> held = new TreeMap<>();
  private final Map<String, Integer> skipped = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  /** Something is as the suite wants it. */
  void hold(String what) {
    held.merge(what, 1, Integer::sum);
  }

  /** Something cannot be asked. */
  void skip(String reason, int count) {
    if (count > 0) {
      skipped.merge(reason, count, Integer::sum);
    }
  }

  void differ(String place, String what) {
    differences.add(place + " " + what);
  }

  List<String> differences() {
    return differences;
  }

  @Override
  public String toString() {
    return "held %s, different %d, not asked %s".formatted(held, differences.size(), skipped);
  }
}
