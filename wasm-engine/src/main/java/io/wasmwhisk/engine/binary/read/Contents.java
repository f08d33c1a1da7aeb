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
import io.wasmwhisk.engine.binary.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sections that declare things and keeps the index spaces they make (core specification,
 * 2.5.1): types, functions, tables, memories, globals, imports first.
 */
final class Contents {
  /** As in the JavaScript interface's limits; a rewritten module has at most one. */
  private static final int MOST_MEMORIES = 100;

  private static final FunctionType NOTHING = new FunctionType(List.of(), List.of());

  private final ModuleLimits limits;
  private final Set<Feature> features;
  private final TypeReader typeReader;
  private final InstructionScanner scanner;

  private final List<@Nullable FunctionType> types = new ArrayList<>();
  private final List<FunctionType> functions = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Limits> memories = new ArrayList<>();
  private final List<Import> imports = new ArrayList<>();
  private final List<Export> exports = new ArrayList<>();
  private final BitSet mutableGlobals = new BitSet();
  private final IntStream.Builder tableLimits = IntStream.builder();
  private int globals;
  private int tags;
  private int importedFunctions;
  private int importedTables;
  private OptionalInt start = OptionalInt.empty();

  Contents(
      ModuleLimits limits,
      Set<Feature> features,
      TypeReader typeReader,
      InstructionScanner scanner) {
    this.limits = limits;
    this.features = features;
    this.typeReader = typeReader;
    this.scanner = scanner;
  }

  void readTypes(BinaryReader in, int count) throws InvalidModuleException {
    for (int i = 0; i < count; i++) {
      int group = typeReader.group(in);
      long all = (long) types.size() + group;
      Bounds.check("The module", all, "types", "types", limits.types());
      for (int j = 0; j < group; j++) {
        types.add(typeReader.subType(in));
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
    importedFunctions = functions.size();
    importedTables = tables.size();
  }

  void readFunctions(BinaryReader in, int count) throws InvalidModuleException {
    long all = (long) functions.size() + count;
    Bounds.check("The module", all, "functions", "functions", limits.functions());
    for (int i = 0; i < count; i++) {
      functions.add(functionType(in));
    }
  }

  void readTables(BinaryReader in, int count) throws InvalidModuleException {
    long all = (long) tables.size() + count;
    Bounds.check("The module", all, "tables", "tables", limits.tables());
    for (int i = 0; i < count; i++) {
      boolean initialised = in.peek() == 0x40;
      if (initialised) {
        in.skip(2);
        features.add(Feature.FUNCTION_REFERENCES);
      }
      tables.add(typeReader.table(in, tableLimits));
      if (initialised) {
        scanner.constant(in);
      }
    }
    noteSeveral(tables, Feature.REFERENCE_TYPES);
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
    long all = (long) globals + count;
    Bounds.check("The module", all, "globals", "globals", limits.globals());
    for (int i = 0; i < count; i++) {
      addGlobal(in);
      scanner.constant(in);
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
    int index = index(in, "function", functions.size());
    FunctionType type = functions.get(index);
    if (!type.equals(NOTHING)) {
      throw BinaryReader.malformed(
          offset, "the start function has the type %s, not () -> ()".formatted(type));
    }
    start = OptionalInt.of(index);
  }

  /** The type of a function defined in the module, counted without imports. */
  FunctionType definedType(int index) {
    return functions.get(importedFunctions + index);
  }

  int importedFunctions() {
    return importedFunctions;
  }

  int definedFunctions() {
    return functions.size() - importedFunctions;
  }

  int functions() {
    return functions.size();
  }

  int types() {
    return types.size();
  }

  List<FunctionType> functionTypes() {
    List<FunctionType> found = new ArrayList<>();
    for (FunctionType type : types) {
      if (type != null) {
        found.add(type);
      }
    }
    return found;
  }

  int importedTables() {
    return importedTables;
  }

  /** To be asked once, at the end. */
  int[] tableLimits() {
    return tableLimits.build().toArray();
  }

  List<Import> imports() {
    return imports;
  }

  List<Export> exports() {
    return exports;
  }

  List<Table> tables() {
    return tables;
  }

  List<Limits> memories() {
    return memories;
  }

  int globals() {
    return globals;
  }

  OptionalInt start() {
    return start;
  }

  private @Nullable FunctionType readImported(BinaryReader in, ExternalKind kind)
      throws InvalidModuleException {
    switch (kind) {
      case FUNCTION -> {
        FunctionType type = functionType(in);
        functions.add(type);
        return type;
      }
      case TABLE -> {
        tables.add(typeReader.table(in));
        noteSeveral(tables, Feature.REFERENCE_TYPES);
      }
      case MEMORY -> addMemory(in);
      case GLOBAL -> {
        if (addGlobal(in)) {
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
        int index = index(in, "function", functions.size());
        yield new Export(name, kind, index, functions.get(index));
      }
      case TABLE -> new Export(name, kind, index(in, "table", tables.size()), null);
      case MEMORY -> new Export(name, kind, index(in, "memory", memories.size()), null);
      case GLOBAL -> {
        int index = index(in, "global", globals);
        if (mutableGlobals.get(index)) {
          features.add(Feature.MUTABLE_GLOBAL);
        }
        yield new Export(name, kind, index, null);
      }
      case TAG -> new Export(name, kind, index(in, "tag", tags), null);
    };
  }

  private void addMemory(BinaryReader in) throws InvalidModuleException {
    Limits memory = typeReader.memory(in);
    memories.add(memory);
    scanner.addMemory(memory.wide());
    noteSeveral(memories, Feature.MULTI_MEMORY);
  }

  private boolean addGlobal(BinaryReader in) throws InvalidModuleException {
    boolean mutable = typeReader.global(in);
    mutableGlobals.set(globals, mutable);
    globals++;
    return mutable;
  }

  private void addTag(BinaryReader in) throws InvalidModuleException {
    int offset = in.position();
    int attribute = in.u8();
    if (attribute != 0) {
      throw BinaryReader.malformed(offset, "unknown tag attribute 0x%02x".formatted(attribute));
    }
    functionType(in);
    features.add(Feature.EXCEPTIONS);
    tags++;
  }

  private void noteSeveral(List<?> space, Feature feature) {
    if (space.size() > 1) {
      features.add(feature);
    }
  }

  private FunctionType functionType(BinaryReader in) throws InvalidModuleException {
    int offset = in.position();
    FunctionType type = types.get(index(in, "type", types.size()));
    if (type == null) {
      throw BinaryReader.malformed(offset, "a function's type is no function type");
    }
    return type;
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

  private static int index(BinaryReader in, String space, int size) throws InvalidModuleException {
    int offset = in.position();
    int index = in.u32();
    if (index >= size) {
      throw BinaryReader.malformed(
          offset, "%s %d does not exist, there are %d".formatted(space, index, size));
    }
    return index;
  }
}
