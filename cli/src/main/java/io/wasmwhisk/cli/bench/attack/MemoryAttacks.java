// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.attack;

import static io.wasmwhisk.cli.bench.attack.Ending.ANSWERED;
import static io.wasmwhisk.cli.bench.attack.Ending.CRASHED;
import static io.wasmwhisk.cli.bench.attack.Ending.NOT_RUN;
import static io.wasmwhisk.cli.bench.attack.Ending.OUT_OF_MEMORY;
import static io.wasmwhisk.cli.bench.attack.Ending.REFUSED;
import static io.wasmwhisk.cli.bench.attack.Ending.TIMED_OUT;

import java.util.List;

/** Guests that want more memory than they may have, or another's. */
final class MemoryAttacks {
  private static final Guest MEMORY = Guest.built("attacks/memory");

  static final List<Attack> LIST =
      List.of(
          memory("grow-pages", "grows its memory page by page until it is refused")
              .within(5000, 16)
              .ends(OUT_OF_MEMORY, TIMED_OUT),
          memory("grow-steps", "grows its memory by 100 MiB at once until it is refused")
              .within(5000, 256)
              .ends(OUT_OF_MEMORY),
          memory("ask", "asks for 4 GiB again and again").ends(TIMED_OUT),
          memory("read-outside", "reads the byte after its memory").ends(CRASHED),
          memory("write-outside", "writes to the last addresses that 32 bits reach").ends(CRASHED),
          memory("host-pointers", "gives host calls pointers that lead out of its memory")
              .ends(ANSWERED),
          bomb(
                  "initial-memory",
                  "wants 4 GiB of memory to begin with",
                  () -> Bombs.initialMemory(65_535))
              .ends(OUT_OF_MEMORY, REFUSED)
              .relentless(),
          bomb("memories", "wants ten memories of 100 MB", () -> Bombs.manyMemories(10, 1_600))
              .ends(OUT_OF_MEMORY, REFUSED)
              .relentless(),
          bomb(
                  "data-bytes",
                  "200 MB of memory and a data segment of 16 MB, 20 at once",
                  () -> Archives.zip(Bombs.dataBytes(3_200, 16 << 20)))
              .within(10_000, 256)
              .times(1, 20)
              .ends(ANSWERED, OUT_OF_MEMORY),
          bomb("data-segments", "90,000 data segments", () -> Bombs.dataSegments(90_000))
              .within(5000, 128)
              .ends(ANSWERED, REFUSED),
          bomb("table", "a table of 10,000,000 elements", () -> Bombs.tables(1, 10_000_000))
              .ends(OUT_OF_MEMORY, REFUSED)
              .relentless(),
          bomb(
                  "tables",
                  "16 tables of 1,000,000 elements, 20 at once",
                  () -> Bombs.tables(16, 1_000_000))
              .within(5000, 128)
              .times(1, 20)
              .ends(ANSWERED, OUT_OF_MEMORY, REFUSED, TIMED_OUT, NOT_RUN)
              .relentless(),
          bomb("grow-tables", "grows 16 tables for ever, 10 at once", () -> Bombs.growTables(1_000))
              .times(1, 10)
              .ends(TIMED_OUT, OUT_OF_MEMORY));

  private MemoryAttacks() {}

  private static Attack memory(String name, String what) {
    return Attack.of(name, what, MEMORY, "{\"attack\":\"%s\"}".formatted(name));
  }

  private static Attack bomb(String name, String what, Guest guest) {
    return Attack.of(name, what, guest, Bombs.LONG_PARAMETERS);
  }
}
