// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

import java.util.OptionalLong;

/**
 * The size range of a memory in pages of 65,536 bytes, or of a table in elements (core
 * specification, 2.3.7 "Limits").
 *
 * @param minimum size at instantiation
 * @param maximum size that it can grow to, empty when the module declares none
 * @param shared between threads (threads proposal)
 * @param wide addressed by 64 bits (memory64 proposal)
 */
public record Limits(long minimum, OptionalLong maximum, boolean shared, boolean wide) {

  /** Pages that 32-bit addresses reach. */
  public static final int MAXIMUM_PAGES = 65_536;

  /** Bytes in a page. */
  public static final int PAGE_BYTES = 65_536;

  /**
   * Heap bytes of a table's element: one reference, which takes 8 bytes in a heap of 32 GB and more
   * and 4 in others. What it refers to counts as a function of the instance.
   */
  public static final int ELEMENT_BYTES = 8;
}
