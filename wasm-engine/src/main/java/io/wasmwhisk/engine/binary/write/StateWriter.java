// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.write;

import io.wasmwhisk.engine.binary.Export;
import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.MutableGlobal;
import io.wasmwhisk.engine.binary.read.Section;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes a module again whose instances begin with a state: data segments are what the memory
 * holds, globals have their values, code, tables and elements are as they were. Sections: core
 * specification, 5.5.
 */
public final class StateWriter {
  private static final int HAS_MAXIMUM = 1;
  private static final int WIDE = 4;
  private static final int I32_CONST = 0x41;
  private static final int I64_CONST = 0x42;
  private static final int F32_CONST = 0x43;
  private static final int F64_CONST = 0x44;
  private static final int END = 0x0b;

  private final ModuleLayout module;
  private final ModuleState state;
  private final Map<String, Export> exports;
  private final OptionalInt start;

  private StateWriter(
      ModuleLayout module, ModuleState state, Map<String, Export> exports, OptionalInt start) {
    this.module = module;
    this.state = state;
    this.exports = exports;
    this.start = start;
  }

  /**
   * Writes the module.
   *
   * @param module has at most one memory, its own, and no instruction that is {@linkplain
   *     io.wasmwhisk.engine.binary.read.Sites#fleeting fleeting}
   * @param exports what it exports, by the names that it is to have
   * @param start the function that every instance begins with
   */
  public static byte[] write(
      ModuleLayout module, ModuleState state, Map<String, Export> exports, OptionalInt start) {
    return new StateWriter(module, state, exports, start).write();
  }

  private byte[] write() {
    ByteSink out = new ByteSink(module.bytes().length + 1024);
    out.copy(module.bytes(), 0, 8);
    for (int id : Section.ORDER) {
      Optional<ByteSink> changed = changed(id);
      if (changed.isPresent()) {
        out.put(id).sized(changed.get());
      } else if (id != Section.START && id != Section.DATA && id != Section.DATA_COUNT) {
        module.section(id).ifPresent(section -> copy(out, section));
      }
    }
    module.customSections("name").forEach(section -> copy(out, section));
    return out.toByteArray();
  }

  private void copy(ByteSink out, Section section) {
    out.copy(module.bytes(), section.start(), section.end());
  }

  /** The new content of a section; empty when it stays as it is, or is left out. */
  private Optional<ByteSink> changed(int id) {
    return switch (id) {
      case Section.MEMORY -> module.section(id).map(section -> memory());
      case Section.GLOBAL -> module.section(id).map(this::globals);
      case Section.EXPORT -> Optional.of(exports());
      case Section.START ->
          start.isPresent()
              ? Optional.of(new ByteSink(8).unsigned(start.getAsInt()))
              : Optional.empty();
      case Section.DATA_COUNT -> module.section(id).map(section -> dataCount());
      case Section.DATA -> state.pieces().isEmpty() ? Optional.empty() : Optional.of(data());
      default -> Optional.empty();
    };
  }

  private ByteSink memory() {
    List<Limits> memories = module.info().memories();
    ByteSink out = new ByteSink(16).unsigned(memories.size());
    for (Limits memory : memories) {
      boolean bounded = memory.maximum().isPresent();
      out.put((bounded ? HAS_MAXIMUM : 0) | (memory.wide() ? WIDE : 0)).unsigned(state.pages());
      memory.maximum().ifPresent(out::unsigned);
    }
    return out;
  }

  private ByteSink globals(Section section) {
    ByteSink out = new ByteSink(section.size() + 64);
    int copied = section.content();
    for (MutableGlobal global : module.mutableGlobals()) {
      out.copy(module.bytes(), copied, global.valueStart());
      constant(out, global.type(), Objects.requireNonNull(state.globals().get(global.index())));
      copied = global.valueEnd();
    }
    return out.copy(module.bytes(), copied, section.end());
  }

  private static void constant(ByteSink out, String type, Long bits) {
    switch (type) {
      case "i32" -> out.put(I32_CONST).signed(bits.intValue());
      case "i64" -> out.put(I64_CONST).signed(bits);
      case "f32" -> out.put(F32_CONST).copy(little(bits), 0, 4);
      case "f64" -> out.put(F64_CONST).copy(little(bits), 0, 8);
      default -> throw new IllegalArgumentException("a global is a " + type + ", no number");
    }
    out.put(END);
  }

  private static byte[] little(long bits) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(bits).array();
  }

  private ByteSink exports() {
    ByteSink out = new ByteSink(256).unsigned(exports.size());
    exports.forEach(
        (name, export) -> out.name(name).put(export.kind().ordinal()).unsigned(export.index()));
    return out;
  }

  private ByteSink dataCount() {
    return new ByteSink(8).unsigned(state.pieces().size());
  }

  private ByteSink data() {
    boolean wide = module.info().memories().get(0).wide();
    long bytes = state.pieces().stream().mapToLong(piece -> piece.bytes().length + 32L).sum();
    ByteSink out = new ByteSink(Math.toIntExact(bytes)).unsigned(state.pieces().size());
    for (ModuleState.Piece piece : state.pieces()) {
      out.put(0);
      constant(out, wide ? "i64" : "i32", piece.address());
      out.unsigned(piece.bytes().length).copy(piece.bytes(), 0, piece.bytes().length);
    }
    return out;
  }
}
