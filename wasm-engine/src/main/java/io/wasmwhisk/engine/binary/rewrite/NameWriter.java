// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.NameSection;
import io.wasmwhisk.engine.binary.read.Section;
import io.wasmwhisk.engine.binary.write.ByteSink;

/**
 * Writes a name section again: the names of the module and of its functions, for stack traces.
 * Other names are left out.
 */
final class NameWriter {
  private static final int FUNCTIONS = 1;

  private final byte[] bytes;
  private final FunctionSpace functions;

  NameWriter(ModuleLayout module, FunctionSpace functions) {
    this.bytes = module.bytes();
    this.functions = functions;
  }

  /** Writes the section, unless it is malformed. */
  void write(ByteSink out, Section section) {
    NameSection.read(bytes, section)
        .ifPresent(names -> out.put(Section.CUSTOM).sized(content(names)));
  }

  private ByteSink content(NameSection names) {
    ByteSink out = new ByteSink(64).name("name");
    out.copy(bytes, names.moduleStart(), names.moduleEnd());
    return out.put(FUNCTIONS).sized(functionNames(names));
  }

  /** In ascending order of the indices: functions that were moved come last. */
  private ByteSink functionNames(NameSection names) {
    ByteSink kept = new ByteSink(16).unsigned(names.functions());
    ByteSink moved = new ByteSink(16);
    for (int i = 0; i < names.functions(); i++) {
      int index = functions.of(names.function(i));
      (index == names.function(i) ? kept : moved)
          .unsigned(index)
          .copy(bytes, names.nameStart(i), names.nameEnd(i));
    }
    return kept.append(moved);
  }
}
