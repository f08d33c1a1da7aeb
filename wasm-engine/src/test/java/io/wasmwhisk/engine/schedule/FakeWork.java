// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work that says what happens to it. */
final class FakeWork implements Work {
  final String name;
  final Claim claim;
  private final List<String> events;
  boolean canBegin = true;
  @Nullable Load found;

  FakeWork(String name, Claim claim, List<String> events) {
    this.name = name;
    this.claim = claim;
    this.events = events;
  }

  @Override
  public boolean begin() {
    events.add((canBegin ? "begins " : "cannot begin ") + name);
    return canBegin;
  }

  @Override
  public void refused(Load load) {
    events.add("refused " + name);
    found = load;
  }

  @Override
  public void pause() {
    events.add("pause " + name);
  }
}
