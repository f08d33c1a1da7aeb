// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import java.util.List;

/**
 * Something that is asked of an instance.
 *
 * @param action {@code (invoke …)} or {@code (get …)}
 * @param end how it must end
 * @param expected its results, where it must return any
 * @param words of the trap, where it must trap
 */
record Check(Node action, End end, List<Node> expected, String words) {
  /** How an action must end. */
  enum End {
    RETURNS,
    TRAPS,
    EXHAUSTS
  }

  /** The name of what is exported. */
  String export() {
    return operands().getFirst().string();
  }

  List<Node> arguments() {
    return operands().subList(1, operands().size());
  }

  private List<Node> operands() {
    return action.from(action.items().get(1).isName() ? 2 : 1);
  }

  boolean expectsNan() {
    return expected.stream().anyMatch(node -> node.text().contains("nan:"));
  }

  boolean isInvocation() {
    return action.is("invoke");
  }

  int line() {
    return action.line();
  }
}
