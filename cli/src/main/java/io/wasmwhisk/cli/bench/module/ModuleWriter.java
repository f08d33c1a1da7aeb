// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.module;

import java.util.Map;
import java.util.TreeMap;

/**
 * A binary module, section by section (core specification, 5.5). Nothing is checked: wrong modules
 * are wanted too. Imports come before functions, as in the specification's index space.
 */
public final class ModuleWriter {
  private static final int TYPES = 1;
  private static final int IMPORTS = 2;
  private static final int FUNCTIONS = 3;
  private static final int TABLES = 4;
  private static final int MEMORIES = 5;
  private static final int EXPORTS = 7;
  private static final int START = 8;
  private static final int ELEMENTS = 9;
  private static final int CODE = 10;
  private static final int DATA = 11;

  private static final int FUNCREF = 0x70;

  /** An entry that a section may have many of. */
  private static final class Section {
    private final Bytes entries = new Bytes();
    private int count;
  }

  private final Map<Integer, Section> sections = new TreeMap<>();
  private final Bytes start = new Bytes();
  private final Bytes custom = new Bytes();

  private Section section(int id) {
    return sections.computeIfAbsent(id, any -> new Section());
  }

  private Bytes entry(int id) {
    Section section = section(id);
    section.count++;
    return section.entries;
  }

  /** Adds a function type of so many i32; gives its index. */
  public int type(int parameters, int results) {
    entry(TYPES)
        .raw(0x60)
        .u32(parameters)
        .repeat(parameters, Code.I32)
        .u32(results)
        .repeat(results, Code.I32);
    return section(TYPES).count - 1;
  }

  /** Imports a function; gives its index. */
  public int importFunction(String module, String name, int type) {
    entry(IMPORTS).name(module).name(name).raw(0).u32(type);
    return section(IMPORTS).count - 1;
  }

  /** Adds a function; gives its index. */
  public int function(int type, Code body) {
    entry(FUNCTIONS).u32(type);
    byte[] bytes = body.body();
    entry(CODE).u32(bytes.length).raw(bytes);
    return functions() - 1;
  }

  /** Functions so far, imported ones included. */
  public int functions() {
    return section(IMPORTS).count + section(FUNCTIONS).count;
  }

  /** Adds a memory of so many pages, without a maximum. */
  public ModuleWriter memory(int pages) {
    entry(MEMORIES).raw(0).u32(pages);
    return this;
  }

  /** Adds a table of functions, without a maximum. */
  public ModuleWriter table(int elements) {
    entry(TABLES).raw(FUNCREF, 0).u32(elements);
    return this;
  }

  /** Exports a function. */
  public ModuleWriter exportFunction(String name, int function) {
    entry(EXPORTS).name(name).raw(0).u32(function);
    return this;
  }

  /** Exports the first memory under the name that WASI asks for. */
  public ModuleWriter exportMemory() {
    entry(EXPORTS).name("memory").raw(2).u32(0);
    return this;
  }

  /** The function that instantiation runs. */
  public ModuleWriter start(int function) {
    start.u32(function);
    return this;
  }

  /** Fills the first table from index 0 with one function, so many times. */
  public ModuleWriter elements(int count, int function) {
    Bytes segment = entry(ELEMENTS).raw(0, Code.I32_CONST, 0, Code.END).u32(count);
    for (int i = 0; i < count; i++) {
      segment.u32(function);
    }
    return this;
  }

  /** A data segment of the first memory. */
  public ModuleWriter data(int offset, byte[] content) {
    entry(DATA).raw(0, Code.I32_CONST).s32(offset).raw(Code.END).u32(content.length).raw(content);
    return this;
  }

  /** A custom section, which makes a module other bytes than its twin. */
  public ModuleWriter custom(String name, byte[] content) {
    Bytes inside = new Bytes().name(name).raw(content);
    custom.raw(0).u32(inside.size()).raw(inside.toBytes());
    return this;
  }

  /** The module. */
  public byte[] toBytes() {
    Bytes module = new Bytes().raw(0, 'a', 's', 'm', 1, 0, 0, 0).raw(custom.toBytes());
    for (int id = TYPES; id <= DATA; id++) {
      Section section = sections.get(id);
      if (id == START && start.size() > 0) {
        module.raw(START).u32(start.size()).raw(start.toBytes());
      } else if (section != null && section.count > 0) {
        byte[] count = new Bytes().u32(section.count).toBytes();
        module.raw(id).u32(count.length + section.entries.size()).raw(count);
        module.raw(section.entries.toBytes());
      }
    }
    return module.toBytes();
  }
}
