// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import java.util.ArrayList;
import java.util.List;

/** A module of a script, what must become of it, and what is asked of its instance. */
final class Subject {
  /** What must become of a module. */
  enum Fate {
    INSTANTIATED,
    COMPILED,
    REFUSED,
    TRAPS,
    /** A question of linking, or of the text format. */
    NOT_ASKED
  }

  private final Node module;
  private final Fate fate;
  private final List<Check> checks = new ArrayList<>();
  private boolean registered;
  private boolean shared;
  private int unasked;

  Subject(Node module, Fate fate) {
    this.module = module;
    this.fate = fate;
  }

  Node module() {
    return module;
  }

  Fate fate() {
    return fate;
  }

  List<Check> checks() {
    return checks;
  }

  /** From now on other modules may be linked to it. */
  void register() {
    registered = true;
  }

  /** A module is made that is linked to one that was registered: this one may be changed by it. */
  void share() {
    shared = shared || registered;
  }

  void ask(Check check) {
    if (shared) {
      unasked++;
    } else {
      checks.add(check);
    }
  }

  /** What is not asked, since a linked module may have changed it. */
  int unasked() {
    return unasked;
  }
}
