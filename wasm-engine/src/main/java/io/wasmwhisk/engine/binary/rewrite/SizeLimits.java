// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.Section;
import io.wasmwhisk.engine.binary.write.ByteSink;

/** Clamps the declared maxima of memories and tables to what no instance may pass. */
final class SizeLimits {
  private static final int HAS_MAXIMUM = 1;
  private static final int WIDE = 4;

  private final ModuleLayout module;
  private final int maximumPages;
  private final int maximumElements;

  /**
   * @param maximumPages 0 to 65,536
   * @param maximumElements 0 or more
   */
  SizeLimits(ModuleLayout module, int maximumPages, int maximumElements) {
    if (maximumPages < 0 || maximumPages > Limits.MAXIMUM_PAGES) {
      throw new IllegalArgumentException(
          "maximumPages is %d, not within 0 and %d".formatted(maximumPages, Limits.MAXIMUM_PAGES));
    }
    if (maximumElements < 0) {
      throw new IllegalArgumentException("maximumElements is " + maximumElements + ", below 0");
    }
    this.module = module;
    this.maximumPages = maximumPages;
    this.maximumElements = maximumElements;
  }

  /** The new content of the table section. */
  ByteSink tables(Section section, SiteWriter sites) throws InvalidModuleException {
    ByteSink out = new ByteSink(section.size() + 16);
    int copied = section.content();
    for (int i = module.importedTables(); i < module.info().tables().size(); i++) {
      sites.copy(out, copied, module.tableLimitsStart(i));
      writeTable(out, i);
      copied = module.tableLimitsEnd(i);
    }
    sites.copy(out, copied, section.end());
    return out;
  }

  private void writeTable(ByteSink out, int index) throws InvalidModuleException {
    Limits limits = module.info().tables().get(index).limits();
    if (limits.minimum() > maximumElements) {
      throw new InvalidModuleException(
          "Table %d of the module has %d elements at start; the limit is %d elements."
              .formatted(index, limits.minimum(), maximumElements));
    }
    write(out, limits, maximumElements);
  }

  /** The new content of the memory section: no memory is imported. */
  ByteSink memories() throws InvalidModuleException {
    ByteSink out = new ByteSink(16);
    out.unsigned(module.info().memories().size());
    for (int i = 0; i < module.info().memories().size(); i++) {
      Limits memory = module.info().memories().get(i);
      if (memory.minimum() > maximumPages) {
        throw new InvalidModuleException(
            "Memory %d of the module has %d pages of %d bytes at start; the limit is %d pages."
                .formatted(i, memory.minimum(), Limits.PAGE_BYTES, maximumPages));
      }
      write(out, memory, maximumPages);
    }
    return out;
  }

  private static void write(ByteSink out, Limits limits, int most) {
    out.put(limits.wide() ? HAS_MAXIMUM | WIDE : HAS_MAXIMUM)
        .unsigned(limits.minimum())
        .unsigned(Math.min(limits.maximum().orElse(Long.MAX_VALUE), most));
  }
}
