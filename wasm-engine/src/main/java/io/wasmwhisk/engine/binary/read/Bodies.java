// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import java.util.stream.IntStream;

/**
 * Offsets of function bodies (core specification, 5.5.13 "Code Section") and of the instructions
 * that grow memory 0.
 */
public final class Bodies {
  private final int[] starts;
  private final int[] contents;
  private final int end;
  private final int[] growths;

  Bodies(IntStream.Builder starts, IntStream.Builder contents, int end, IntStream.Builder growths) {
    this.starts = starts.build().toArray();
    this.contents = contents.build().toArray();
    this.end = end;
    this.growths = growths.build().toArray();
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

  /** Number of {@code memory.grow} instructions. */
  public int growths() {
    return growths.length / 2;
  }

  /** Offset of a {@code memory.grow} instruction, ascending. */
  public int growthStart(int index) {
    return growths[2 * index];
  }

  /** Offset after a {@code memory.grow} instruction and its memory index. */
  public int growthEnd(int index) {
    return growths[2 * index + 1];
  }
}
