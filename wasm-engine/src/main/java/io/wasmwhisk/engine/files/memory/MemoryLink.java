// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.memory;

import io.wasmwhisk.engine.files.tree.NodeType;
import java.nio.charset.StandardCharsets;

/** A symbolic link. Whoever makes one has taken its bytes from the budget. */
final class MemoryLink extends MemoryNode {
  private final String target;

  MemoryLink(Storage storage, String target) {
    super(storage);
    this.target = target;
  }

  static int bytes(String target) {
    return target.getBytes(StandardCharsets.UTF_8).length;
  }

  String target() {
    return target;
  }

  @Override
  NodeType type() {
    return NodeType.SYMBOLIC_LINK;
  }

  @Override
  long size() {
    return bytes(target);
  }

  @Override
  void unreferenced() {
    storage.giveBackTarget(bytes(target));
  }
}
