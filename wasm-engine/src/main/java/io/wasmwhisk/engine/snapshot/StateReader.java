// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.snapshot;

import io.wasmwhisk.engine.binary.rewrite.ReservedNames;
import io.wasmwhisk.engine.binary.write.ModuleState;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.runtime.GuestTrap;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.runtime.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Is told an instance's state: what {@link ReservedNames#CAPTURE} calls. Used on the guest's
 * thread.
 */
public final class StateReader implements Imports {
  private static final int PAGE_BYTES = 65_536;

  private final boolean hasMemory;
  private final long mostBytes;
  private final LongPredicate room;
  private final Map<Integer, Long> globals = new HashMap<>();
  private List<ModuleState.Piece> pieces = List.of();
  private long pages;
  private Optional<String> refusal = Optional.empty();

  /**
   * @param hasMemory whether the module has a memory
   * @param mostBytes bytes other than zeros that it may hold
   * @param room takes so many bytes of heap for them, or refuses
   */
  public StateReader(boolean hasMemory, long mostBytes, LongPredicate room) {
    this.hasMemory = hasMemory;
    this.mostBytes = mostBytes;
    this.room = room;
  }

  @Override
  public @Nullable HostFunction find(String module, String name) {
    return module.equals(ReservedNames.HOST) && name.equals(ReservedNames.STATE)
        ? new HostFunction(
            module, name, List.of(ValueType.I32, ValueType.I64), List.of(), this::told)
        : null;
  }

  private long told(GuestMemory memory, long[] arguments) {
    int global = (int) arguments[0];
    if (global >= 0) {
      globals.put(global, arguments[1]);
    } else if (hasMemory) {
      read(memory);
    }
    return 0;
  }

  private void read(GuestMemory memory) {
    MemoryPieces found = new MemoryPieces(memory);
    if (found.bytes() > mostBytes) {
      refuse(
          "its memory holds %d bytes other than zeros, more than the limit of %d bytes (whisk.wasm.code-limit, a 24th of the heap)"
              .formatted(found.bytes(), mostBytes));
    }
    if (!room.test(found.bytes())) {
      refuse(
          "its memory holds %d bytes other than zeros, for which there is no room in the memory budget (whisk.wasm.memory-budget)"
              .formatted(found.bytes()));
    }
    pages = memory.size() / PAGE_BYTES;
    pieces = found.read();
  }

  private void refuse(String reason) {
    refusal = Optional.of(reason);
    throw new GuestTrap(new GuestFailure.Trap(reason));
  }

  /** Why there is no state. */
  public Optional<String> refusal() {
    return refusal;
  }

  /** What it was told. */
  public ModuleState state() {
    return new ModuleState(pages, pieces, globals);
  }
}
