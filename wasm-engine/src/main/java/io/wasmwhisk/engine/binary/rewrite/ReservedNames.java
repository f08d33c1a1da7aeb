// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

/** Exports that a rewritten module has for its host. A guest's own exports may not begin so. */
public final class ReservedNames {
  /** What every reserved name begins with. */
  public static final String PREFIX = "wasmwhisk:";

  /** Memory 0, exported where the module has one. */
  public static final String MEMORY = PREFIX + "memory";

  /** The start function, exported where the module has one; the host calls it first. */
  public static final String START = PREFIX + "start";

  /**
   * A mutable i32 global, always exported: pages that memory 0 may grow to, unsigned. Holds the
   * absolute limit until the host sets a lower one. It does not bound the size at instantiation.
   */
  public static final String MEMORY_LIMIT = PREFIX + "memory-limit-pages";

  /** A mutable i32 global, always exported: 1 once a growth was refused by a limit or for want. */
  public static final String MEMORY_REFUSED = PREFIX + "memory-refused";

  private ReservedNames() {}
}
