// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The places in a module that a rewriter may have to change, in the order of their offsets: what
 * grows a memory or a table, and what names one of the first {@link #MOVABLE} functions that the
 * module defines.
 */
public final class Sites {
  /** References to this many functions are noted: the first ones that the module defines. */
  public static final int MOVABLE = 4;

  private static final int FIELDS = 3;
  private static final int INDEX_BITS = 16;

  /** What stands at a site. */
  public enum Kind {
    /** A function's index, without the opcode before it; counted without imports. */
    FUNCTION,
    /** A whole {@code memory.grow}, with the memory's index. */
    MEMORY_GROWTH,
    /** A whole {@code table.grow}, with the table's index. */
    TABLE_GROWTH
  }

  /**
   * One place.
   *
   * @param kind what stands there
   * @param start offset of its first byte
   * @param end offset after it
   * @param index of a function, memory or table
   */
  public record Site(Kind kind, int start, int end, int index) {}

  private static final Kind[] KINDS = Kind.values();

  private int[] fields = new int[30];
  private int count;
  private final SortedSet<String> fleeting = new TreeSet<>();

  Sites() {}

  void add(Kind kind, int start, int end, int index) {
    int at = FIELDS * count;
    if (at == fields.length) {
      fields = Arrays.copyOf(fields, 2 * at);
    }
    fields[at] = start;
    fields[at + 1] = end;
    fields[at + 2] = kind.ordinal() << INDEX_BITS | index;
    count++;
  }

  /** Notes a function's index where it is one of those that can be moved. */
  void addFunction(int start, int end, int definedIndex) {
    if (definedIndex >= 0 && definedIndex < MOVABLE) {
      add(Kind.FUNCTION, start, end, definedIndex);
    }
  }

  void addFleeting(String instruction) {
    fleeting.add(instruction);
  }

  /**
   * Which instructions the module has that change what no binary can hold: a table's elements, or
   * whether a segment is still there; by their names in the text format.
   */
  public SortedSet<String> fleeting() {
    return Collections.unmodifiableSortedSet(fleeting);
  }

  /** Number of sites. */
  public int count() {
    return count;
  }

  /** A site, in ascending order of the offsets. */
  public Site site(int number) {
    int at = FIELDS * number;
    int packed = fields[at + 2];
    return new Site(
        KINDS[packed >>> INDEX_BITS], fields[at], fields[at + 1], packed & (1 << INDEX_BITS) - 1);
  }

  /** Number of the first site at or after an offset, {@link #count()} when there is none. */
  public int firstFrom(int offset) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (fields[FIELDS * middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
