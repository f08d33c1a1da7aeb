// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The index spaces (core specification, 2.5.1) as far as they were read, imports first. Every index
 * that a module names is checked here: a rewritten module has more in each space than the guest
 * declared, and no guest may name that.
 */
final class IndexSpaces {
  private final List<@Nullable FunctionType> types = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Limits> memories = new ArrayList<>();
  private int[] functions = new int[16];
  private int functionCount;
  private int importedFunctions;
  private int importedTables;
  private int globals;
  private boolean wideMemory;
  private boolean vectorTypes;
  private final BitSet vectorGlobals = new BitSet();

  /** A type, null when it is no function type. */
  void addType(@Nullable FunctionType type) {
    types.add(type);
    vectorTypes |= type != null && type.hasVectors();
  }

  /** Reads the type index of a function, which is the next one. */
  FunctionType addFunction(BinaryReader in) throws InvalidModuleException {
    int offset = in.position();
    int index = type(in);
    FunctionType type = types.get(index);
    if (type == null) {
      throw BinaryReader.malformed(offset, "a function's type is no function type");
    }
    if (functionCount == functions.length) {
      functions = Arrays.copyOf(functions, 2 * functionCount);
    }
    functions[functionCount++] = index;
    return type;
  }

  void addTable(Table table) {
    tables.add(table);
  }

  void addMemory(Limits memory) {
    memories.add(memory);
    wideMemory |= memory.wide();
  }

  void addGlobal(String valueType) {
    vectorGlobals.set(globals, valueType.equals("v128"));
    globals++;
  }

  /** What there is now is imported, what follows is defined. */
  void endImports() {
    importedFunctions = functionCount;
    importedTables = tables.size();
  }

  /** Reads an index of a type. */
  int type(BinaryReader in) throws InvalidModuleException {
    return index(in, "type", types.size());
  }

  /** Reads an index of a function. */
  int function(BinaryReader in) throws InvalidModuleException {
    return index(in, "function", functionCount);
  }

  /** Reads an index of a table. */
  int table(BinaryReader in) throws InvalidModuleException {
    return index(in, "table", tables.size());
  }

  /** Reads an index of a memory. */
  int memory(BinaryReader in) throws InvalidModuleException {
    return index(in, "memory", memories.size());
  }

  /** Reads an index of a global. */
  int global(BinaryReader in) throws InvalidModuleException {
    return index(in, "global", globals);
  }

  static int index(BinaryReader in, String space, int size) throws InvalidModuleException {
    int offset = in.position();
    int index = in.u32();
    if (index >= size) {
      throw BinaryReader.malformed(
          offset, "%s %d does not exist, there are %d".formatted(space, index, size));
    }
    return index;
  }

  /** Types of every kind, the null ones are no function types. */
  List<@Nullable FunctionType> types() {
    return types;
  }

  /** The type of a function. */
  FunctionType functionType(int function) {
    FunctionType type = types.get(functions[function]);
    if (type == null) {
      throw new IllegalStateException("function " + function + " has no function type");
    }
    return type;
  }

  /** The index of a function's type. */
  int typeIndex(int function) {
    return functions[function];
  }

  int functions() {
    return functionCount;
  }

  int importedFunctions() {
    return importedFunctions;
  }

  List<Table> tables() {
    return tables;
  }

  int importedTables() {
    return importedTables;
  }

  List<Limits> memories() {
    return memories;
  }

  /** Whether offsets of memory instructions have 64 bits. */
  boolean wideMemory() {
    return wideMemory;
  }

  int globals() {
    return globals;
  }

  /** Whether a global is a vector. */
  boolean isVector(int global) {
    return vectorGlobals.get(global);
  }

  /** Whether any function type has vectors. */
  boolean hasVectorTypes() {
    return vectorTypes;
  }
}
