// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.write;

import java.util.List;
import java.util.Map;

/**
 * What the memory and the globals of an instance hold.
 *
 * @param pages pages of 65,536 bytes that its memory has; 0 where it has none
 * @param pieces all that is not zero in its memory, in ascending order, none overlapping
 * @param globals bits of the globals that the module may change, by their indices
 */
public record ModuleState(long pages, List<Piece> pieces, Map<Integer, Long> globals) {

  /** Copies the collections. */
  public ModuleState {
    pieces = List.copyOf(pieces);
    globals = Map.copyOf(globals);
  }

  /** Bytes of its pieces. */
  public long bytes() {
    return pieces.stream().mapToLong(piece -> piece.bytes().length).sum();
  }

  /**
   * A part of a memory.
   *
   * @param address where it begins
   * @param bytes what it holds; not copied
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Piece(long address, byte[] bytes) {}
}
