// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Function bodies (core specification, 5.5.13 "Code Section"): where they are, what they hold. */
public final class Bodies {
  private final int[] starts;
  private final int[] contents;
  private final int end;
  private final int[] slots;
  private final BitSet vectors;

  Bodies(
      IntStream.Builder starts,
      IntStream.Builder contents,
      int end,
      IntStream.Builder slots,
      BitSet vectors) {
    this.starts = starts.build().toArray();
    this.contents = contents.build().toArray();
    this.end = end;
    this.slots = slots.build().toArray();
    this.vectors = vectors;
  }

  /** Number of functions defined in the module. */
  public int count() {
    return starts.length;
  }

  /** Offset of a body's size field; for {@code index == count()} the end of the last body. */
  public int start(int index) {
    return index == starts.length ? end : starts[index];
  }

  /** Offset of a body's content, after its size; the content ends at {@code start(index + 1)}. */
  public int content(int index) {
    return contents[index];
  }

  /** Locals, parameters included, and operands that a call of the function has at most. */
  public int slots(int index) {
    return slots[index];
  }

  /** Whether a local or an operand of the function may be a vector ({@code v128}). */
  public boolean vectors(int index) {
    return vectors.get(index);
  }
}
