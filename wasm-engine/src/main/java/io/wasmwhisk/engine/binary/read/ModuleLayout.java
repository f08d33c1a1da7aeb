// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.ModuleInfo;
import java.util.List;
import java.util.Optional;

/**
 * A module that was read: what it declares, and where in its bytes the things stand that a rewriter
 * changes. The bytes are not copied: whoever made them must not change them any more.
 */
public final class ModuleLayout {
  private final byte[] bytes;
  private final ModuleInfo info;
  private final List<Section> sections;
  private final IndexSpaces spaces;
  private final int[] tablePositions;
  private final List<MutableGlobal> variables;
  private final Bodies bodies;
  private final Sites sites;

  ModuleLayout(
      byte[] bytes,
      ModuleInfo info,
      List<Section> sections,
      IndexSpaces spaces,
      int[] tablePositions,
      List<MutableGlobal> variables,
      Bodies bodies,
      Sites sites) {
    this.bytes = bytes;
    this.info = info;
    this.sections = List.copyOf(sections);
    this.spaces = spaces;
    this.tablePositions = tablePositions;
    this.variables = List.copyOf(variables);
    this.bodies = bodies;
    this.sites = sites;
  }

  /** The module's own bytes, to read only. */
  public byte[] bytes() {
    return bytes;
  }

  /** What the module declares. */
  public ModuleInfo info() {
    return info;
  }

  /** The section of this id (other than custom), if the module has it. */
  public Optional<Section> section(int id) {
    return sections.stream().filter(section -> section.id() == id).findFirst();
  }

  /** The custom sections of this name, in the module's order. */
  public List<Section> customSections(String name) {
    return sections.stream()
        .filter(section -> section.id() == Section.CUSTOM && section.name().equals(name))
        .toList();
  }

  /** Number of types in the type index space. */
  public int types() {
    return spaces.types().size();
  }

  /** Index of the type of a function, imported ones included. */
  public int typeIndex(int function) {
    return spaces.typeIndex(function);
  }

  /** The type of a function, imported ones included. */
  public FunctionType functionType(int function) {
    return spaces.functionType(function);
  }

  /** Number of functions that are imported, not defined here. */
  public int importedFunctions() {
    return spaces.importedFunctions();
  }

  /** Number of tables that are imported, not defined here. */
  public int importedTables() {
    return spaces.importedTables();
  }

  /** Offset of the element type of a table, imported ones included; its limits follow. */
  public int tableTypeStart(int table) {
    return tablePositions[3 * table];
  }

  /** Offset of the limits of a table, imported ones included. */
  public int tableLimitsStart(int table) {
    return tablePositions[3 * table + 1];
  }

  /** Offset after those limits. */
  public int tableLimitsEnd(int table) {
    return tablePositions[3 * table + 2];
  }

  /** The globals that the module defines and may change. */
  public List<MutableGlobal> mutableGlobals() {
    return variables;
  }

  /** The function bodies. */
  public Bodies bodies() {
    return bodies;
  }

  /** The places that a rewriter may have to change. */
  public Sites sites() {
    return sites;
  }
}
