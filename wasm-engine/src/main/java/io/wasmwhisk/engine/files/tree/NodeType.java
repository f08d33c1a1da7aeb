// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.tree;

/** What a name or a descriptor stands for. */
public enum NodeType {
  /** A pipe, a captured stream, or something of the host that has no better name. */
  UNKNOWN,
  CHARACTER_DEVICE,
  DIRECTORY,
  REGULAR_FILE,
  SYMBOLIC_LINK
}
