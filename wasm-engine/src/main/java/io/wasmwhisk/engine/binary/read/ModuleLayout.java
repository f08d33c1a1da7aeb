// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

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
  private final int types;
  private final int importedTables;
  private final int[] tableLimits;
  private final Bodies bodies;

  ModuleLayout(
      byte[] bytes, ModuleInfo info, List<Section> sections, Contents contents, Bodies bodies) {
    this.bytes = bytes;
    this.info = info;
    this.sections = List.copyOf(sections);
    this.types = contents.types();
    this.importedTables = contents.importedTables();
    this.tableLimits = contents.tableLimits();
    this.bodies = bodies;
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
    return types;
  }

  /** Number of tables that are imported, not defined here. */
  public int importedTables() {
    return importedTables;
  }

  /** Offset of the limits of a table that is defined here, counted without imports. */
  public int tableLimitsStart(int index) {
    return tableLimits[2 * index];
  }

  /** Offset after those limits. */
  public int tableLimitsEnd(int index) {
    return tableLimits[2 * index + 1];
  }

  /** The function bodies and the {@code memory.grow} instructions in them. */
  public Bodies bodies() {
    return bodies;
  }
}
