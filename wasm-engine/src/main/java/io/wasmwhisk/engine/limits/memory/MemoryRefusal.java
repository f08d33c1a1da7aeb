// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits.memory;

/** What refused a guest memory. */
public enum MemoryRefusal {
  /** Nothing did. */
  NONE,
  /** Its own limit. */
  LIMIT,
  /** The budget that it shares with all other guests. */
  BUDGET
}
