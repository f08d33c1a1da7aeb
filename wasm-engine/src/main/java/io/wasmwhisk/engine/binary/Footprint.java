// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

import java.util.stream.Stream;

/**
 * The heap that an instance of a module takes when it begins, at most. Measured on GraalWasm 25.0.4
 * with 200 and with 15 instances of each module, in heaps with references of 8 bytes: an empty
 * module 20 KB, Rust's hello (298 functions) 34 KB without its memory; of modules with 100,000 of
 * them 16 bytes a function, 80 one that stands in a table, 17 a global (and 72 what a vector in it
 * is), 30 a passive segment, 8 an element of one; 240 a memory. With references of 4 bytes it is
 * half of that.
 *
 * @param guestBytes its memories and tables: what counts as the guest's own
 * @param hostBytes what the engine needs beside them
 */
public record Footprint(long guestBytes, long hostBytes) {
  /** An empty instance and its Context. */
  private static final long INSTANCE_BYTES = 40 << 10;

  private static final long FUNCTION_BYTES = 96;
  private static final long GLOBAL_BYTES = 96;
  private static final long MEMORY_BYTES = 512;
  private static final long SEGMENT_BYTES = 64;

  static Footprint of(ModuleInfo module) {
    long pages = sum(module.memories().stream());
    long inTables = sum(module.tables().stream().map(Table::limits));
    long host =
        INSTANCE_BYTES
            + module.functions() * FUNCTION_BYTES
            + module.globals() * GLOBAL_BYTES
            + (module.memories().size() + module.tables().size()) * MEMORY_BYTES
            + module.segments() * SEGMENT_BYTES
            + module.elements() * Limits.ELEMENT_BYTES;
    return new Footprint(pages * Limits.PAGE_BYTES + inTables * Limits.ELEMENT_BYTES, host);
  }

  /** Of minima that no activation can have, since their products must not overflow. */
  private static long sum(Stream<Limits> sizes) {
    return sizes.mapToLong(size -> Math.min(size.minimum(), Integer.MAX_VALUE)).sum();
  }
}
