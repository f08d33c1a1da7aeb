// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.snapshot;

import io.wasmwhisk.engine.binary.write.ModuleState;
import io.wasmwhisk.engine.runtime.GuestMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a memory that are not zero. A data segment costs more than some zeros in one, so
 * parts that are near each other are one part.
 */
final class MemoryPieces {
  private static final int CHUNK_BYTES = 65_536;
  private static final int BLOCK_BYTES = 64;

  /** Zeros that a part may hold between two blocks, at first. */
  private static final long GAP_BYTES = 512;

  private static final int MOST_PIECES = 4_096;

  private final GuestMemory memory;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private List<Range> ranges = new ArrayList<>();

  private record Range(long start, long end) {}

  MemoryPieces(GuestMemory memory) {
    this.memory = memory;
    for (long address = 0; address < memory.size(); address += CHUNK_BYTES) {
      memory.read(address, chunk, 0, CHUNK_BYTES);
      find(address);
    }
    for (long gap = 2 * GAP_BYTES; ranges.size() > MOST_PIECES; gap *= 2) {
      List<Range> all = ranges;
      ranges = new ArrayList<>();
      for (Range range : all) {
        add(range, gap);
      }
    }
  }

  private void find(long address) {
    for (int block = 0; block < CHUNK_BYTES; block += BLOCK_BYTES) {
      if (!isZero(block)) {
        add(new Range(address + block, address + block + BLOCK_BYTES), GAP_BYTES);
      }
    }
  }

  private boolean isZero(int block) {
    for (int i = block; i < block + BLOCK_BYTES; i++) {
      if (chunk[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private void add(Range range, long gap) {
    int last = ranges.size() - 1;
    if (last >= 0 && range.start() - ranges.get(last).end() <= gap) {
      ranges.set(last, new Range(ranges.get(last).start(), range.end()));
    } else {
      ranges.add(range);
    }
  }

  /** How many bytes they have. */
  long bytes() {
    return ranges.stream().mapToLong(range -> range.end() - range.start()).sum();
  }

  /** The parts; there must be few enough bytes for arrays. */
  List<ModuleState.Piece> read() {
    return ranges.stream()
        .map(
            range ->
                new ModuleState.Piece(
                    range.start(),
                    memory.read(range.start(), Math.toIntExact(range.end() - range.start()))))
        .toList();
  }
}
