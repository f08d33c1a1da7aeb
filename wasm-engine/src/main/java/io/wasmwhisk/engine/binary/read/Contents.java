// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.Export;
import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.Import;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.ModuleLimits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the sections that declare things (core specification, 5.5) and fills the index spaces. */
final class Contents {
  /** As in the JavaScript interface's limits; a rewritten module has at most one. */
  private static final int MOST_MEMORIES = 100;

  private static final FunctionType NOTHING = new FunctionType(List.of(), List.of());

  private final ModuleLimits limits;
  private final Set<Feature> features;
  private final TypeReader typeReader;
  private final InstructionScanner scanner;
  private final IndexSpaces spaces;
  private final Sites sites;

  private final List<Import> imports = new ArrayList<>();
  private final List<Export> exports = new ArrayList<>();
  private final BitSet mutableGlobals = new BitSet();
  private final List<MutableGlobal> variables = new ArrayList<>();
  private final IntStream.Builder tablePositions = IntStream.builder();
  private int tags;
  private OptionalInt start = OptionalInt.empty();

  Contents(
      ModuleLimits limits,
      Set<Feature> features,
      TypeReader typeReader,
      InstructionScanner scanner,
      IndexSpaces spaces,
      Sites sites) {
    this.limits = limits;
    this.features = features;
    this.typeReader = typeReader;
    this.scanner = scanner;
    this.spaces = spaces;
    this.sites = sites;
  }

  void readTypes(BinaryReader in, int count) throws InvalidModuleException {
    for (int i = 0; i < count; i++) {
      int group = typeReader.group(in);
      long all = (long) spaces.types().size() + group;
      Bounds.check("The module", all, "types", "types", limits.types());
      for (int j = 0; j < group; j++) {
        spaces.addType(typeReader.subType(in));
      }
    }
  }

  void readImports(BinaryReader in, int count) throws InvalidModuleException {
    Bounds.check("The module", count, "imports", "imports", limits.imports());
    for (int i = 0; i < count; i++) {
      String module = in.name();
      String name = in.name();
      ExternalKind kind = kind(in);
      imports.add(new Import(module, name, kind, readImported(in, kind)));
    }
    spaces.endImports();
  }

  void readFunctions(BinaryReader in, int count) throws InvalidModuleException {
    long all = (long) spaces.functions() + count;
    Bounds.check("The module", all, "functions", "functions", limits.functions());
    for (int i = 0; i < count; i++) {
      spaces.addFunction(in);
    }
  }

  void readTables(BinaryReader in, int count) throws InvalidModuleException {
    long all = (long) spaces.tables().size() + count;
    Bounds.check("The module", all, "tables", "tables", limits.tables());
    for (int i = 0; i < count; i++) {
      boolean initialised = in.peek() == 0x40;
      if (initialised) {
        in.skip(2);
        features.add(Feature.FUNCTION_REFERENCES);
      }
      spaces.addTable(typeReader.table(in, tablePositions));
      if (initialised) {
        scanner.constant(in);
      }
    }
    noteSeveral(spaces.tables(), Feature.REFERENCE_TYPES);
  }

  void readMemories(BinaryReader in, int count) throws InvalidModuleException {
    Bounds.check("The module", count, "memories", "memories", MOST_MEMORIES);
    for (int i = 0; i < count; i++) {
      addMemory(in);
    }
  }

  void readTags(BinaryReader in, int count) throws InvalidModuleException {
    for (int i = 0; i < count; i++) {
      addTag(in);
    }
  }

  void readGlobals(BinaryReader in, int count) throws InvalidModuleException {
    long all = (long) spaces.globals() + count;
    Bounds.check("The module", all, "globals", "globals", limits.globals());
    for (int i = 0; i < count; i++) {
      int index = spaces.globals();
      String type = typeReader.valueType(in);
      boolean mutable = addGlobal(in, type);
      int start = in.position();
      scanner.constant(in);
      if (mutable) {
        variables.add(new MutableGlobal(index, type, start, in.position()));
      }
    }
  }

  void readExports(BinaryReader in, int count) throws InvalidModuleException {
    Bounds.check("The module", count, "exports", "exports", limits.exports());
    Set<String> names = new HashSet<>();
    for (int i = 0; i < count; i++) {
      int offset = in.position();
      String name = in.name();
      if (!names.add(name)) {
        throw BinaryReader.malformed(offset, "the export \"" + name + "\" is there twice");
      }
      exports.add(readExport(in, name));
    }
  }

  void readStart(BinaryReader in) throws InvalidModuleException {
    int offset = in.position();
    int index = spaces.function(in);
    FunctionType type = spaces.functionType(index);
    if (!type.equals(NOTHING)) {
      throw BinaryReader.malformed(
          offset, "the start function has the type %s, not () -> ()".formatted(type));
    }
    start = OptionalInt.of(index);
  }

  List<FunctionType> functionTypes() {
    List<FunctionType> found = new ArrayList<>();
    for (FunctionType type : spaces.types()) {
      if (type != null) {
        found.add(type);
      }
    }
    return found;
  }

  /** To be asked once, at the end: see {@link TypeReader#table}. */
  int[] tablePositions() {
    return tablePositions.build().toArray();
  }

  List<MutableGlobal> variables() {
    return variables;
  }

  List<Import> imports() {
    return imports;
  }

  List<Export> exports() {
    return exports;
  }

  OptionalInt start() {
    return start;
  }

  private @Nullable FunctionType readImported(BinaryReader in, ExternalKind kind)
      throws InvalidModuleException {
    switch (kind) {
      case FUNCTION -> {
        return spaces.addFunction(in);
      }
      case TABLE -> {
        spaces.addTable(typeReader.table(in, tablePositions));
        noteSeveral(spaces.tables(), Feature.REFERENCE_TYPES);
      }
      case MEMORY -> addMemory(in);
      case GLOBAL -> {
        if (addGlobal(in, typeReader.valueType(in))) {
          features.add(Feature.MUTABLE_GLOBAL);
        }
      }
      case TAG -> addTag(in);
    }
    return null;
  }

  private Export readExport(BinaryReader in, String name) throws InvalidModuleException {
    ExternalKind kind = kind(in);
    return switch (kind) {
      case FUNCTION -> {
        int offset = in.position();
        int index = spaces.function(in);
        sites.addFunction(offset, in.position(), index - spaces.importedFunctions());
        yield new Export(name, kind, index, spaces.functionType(index));
      }
      case TABLE -> new Export(name, kind, spaces.table(in), null);
      case MEMORY -> new Export(name, kind, spaces.memory(in), null);
      case GLOBAL -> {
        int index = spaces.global(in);
        if (mutableGlobals.get(index)) {
          features.add(Feature.MUTABLE_GLOBAL);
        }
        yield new Export(name, kind, index, null);
      }
      case TAG -> new Export(name, kind, IndexSpaces.index(in, "tag", tags), null);
    };
  }

  private void addMemory(BinaryReader in) throws InvalidModuleException {
    Limits memory = typeReader.memory(in);
    spaces.addMemory(memory);
    noteSeveral(spaces.memories(), Feature.MULTI_MEMORY);
  }

  private boolean addGlobal(BinaryReader in, String valueType) throws InvalidModuleException {
    boolean mutable = typeReader.mutability(in);
    mutableGlobals.set(spaces.globals(), mutable);
    spaces.addGlobal(valueType);
    return mutable;
  }

  private void addTag(BinaryReader in) throws InvalidModuleException {
    int offset = in.position();
    int attribute = in.u8();
    if (attribute != 0) {
      throw BinaryReader.malformed(offset, "unknown tag attribute 0x%02x".formatted(attribute));
    }
    spaces.type(in);
    features.add(Feature.EXCEPTIONS);
    tags++;
  }

  private void noteSeveral(List<?> space, Feature feature) {
    if (space.size() > 1) {
      features.add(feature);
    }
  }

  private static ExternalKind kind(BinaryReader in) throws InvalidModuleException {
    int offset = in.position();
    int code = in.u8();
    ExternalKind[] kinds = ExternalKind.values();
    if (code >= kinds.length) {
      throw BinaryReader.malformed(offset, "unknown import or export kind 0x%02x".formatted(code));
    }
    return kinds[code];
  }
}
