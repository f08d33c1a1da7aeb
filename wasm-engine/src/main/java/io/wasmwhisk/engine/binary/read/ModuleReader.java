// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.CodeFormat;
import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.ModuleLimits;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Reads a core module (core specification, 5.5.16) once from front to back: sections in order,
 * every declaration, every instruction's boundaries. Time and heap are linear in the bytes. What is
 * not checked here (types of operands, for instance) the engine's validation checks.
 */
public final class ModuleReader {
  private static final int HEADER_BYTES = 8;

  private final byte[] bytes;
  private final EnumSet<Feature> features = EnumSet.noneOf(Feature.class);
  private final TypeReader types = new TypeReader(features);
  private final IndexSpaces spaces = new IndexSpaces();
  private final Sites sites = new Sites();
  private final InstructionScanner scanner = new InstructionScanner(features, types, spaces, sites);
  private final List<Section> sections = new ArrayList<>();
  private final Contents contents;
  private final CodeReader code;
  private final SegmentReader segments;
  private final CustomSections custom;
  private int lastOrder = -1;
  private int dataCount = -1;
  private int dataSegments;
  private int bodies;

  private ModuleReader(byte[] bytes, ModuleLimits limits) {
    this.bytes = bytes;
    this.contents = new Contents(limits, features, types, scanner, spaces, sites);
    this.code = new CodeReader(limits, types, scanner, spaces);
    this.segments = new SegmentReader(limits, features, types, scanner, spaces, sites);
    this.custom = new CustomSections(limits);
  }

  /**
   * Reads a module.
   *
   * @param code what was deployed; kept, so it must not change any more
   * @throws InvalidModuleException when it is no core module, when it is malformed, or when it
   *     passes a limit
   */
  public static ModuleLayout read(byte[] code, ModuleLimits limits) throws InvalidModuleException {
    Bounds.check("The module", code.length, "bytes", "module-bytes", limits.moduleBytes());
    CodeFormat format = CodeFormat.of(code);
    if (format != CodeFormat.MODULE && format != CodeFormat.MANGLED) {
      throw new InvalidModuleException(format.refusal(code));
    }
    try {
      return new ModuleReader(code, limits).read();
    } catch (InvalidModuleException e) {
      throw format == CodeFormat.MANGLED ? new InvalidModuleException(format.refusal(code)) : e;
    }
  }

  private ModuleLayout read() throws InvalidModuleException {
    BinaryReader in = new BinaryReader(bytes, HEADER_BYTES, bytes.length);
    while (!in.atEnd()) {
      readSection(in);
    }
    requireEqual("function bodies", bodies, definedFunctions());
    if (dataCount >= 0) {
      requireEqual("data segments", dataSegments, dataCount);
    }
    return new ModuleLayout(
        bytes,
        info(),
        sections,
        spaces,
        contents.tablePositions(),
        contents.variables(),
        code.bodies(),
        sites);
  }

  private int definedFunctions() {
    return spaces.functions() - spaces.importedFunctions();
  }

  private void requireEqual(String noun, int found, int declared) throws InvalidModuleException {
    if (found != declared) {
      throw BinaryReader.malformed(
          bytes.length, "%d %s are declared, %d are there".formatted(declared, noun, found));
    }
  }

  private void readSection(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    int id = in.u8();
    if (id > Section.TAG) {
      throw BinaryReader.malformed(start, "unknown section " + id);
    }
    requireOrder(start, id);
    int size = in.count("bytes of the " + Section.noun(id));
    BinaryReader content = in.slice(size);
    int contentStart = content.position();
    if (id == Section.CUSTOM) {
      String name = custom.read(content);
      sections.add(new Section(id, start, contentStart, contentStart, 0, content.end(), name));
      return;
    }
    int count = hasEntries(id) ? content.count("entries of the " + Section.noun(id)) : 0;
    sections.add(
        new Section(id, start, contentStart, content.position(), count, content.end(), ""));
    readContent(id, content, count);
    content.requireEnd("the " + Section.noun(id));
  }

  private void requireOrder(int offset, int id) throws InvalidModuleException {
    if (id == Section.CUSTOM) {
      return;
    }
    int order = Section.ORDER.indexOf(id);
    if (order <= lastOrder) {
      throw BinaryReader.malformed(offset, "the " + Section.noun(id) + " stands twice or too late");
    }
    lastOrder = order;
  }

  private static boolean hasEntries(int id) {
    return id != Section.START && id != Section.DATA_COUNT;
  }

  private void readContent(int id, BinaryReader in, int count) throws InvalidModuleException {
    switch (id) {
      case Section.TYPE -> contents.readTypes(in, count);
      case Section.IMPORT -> contents.readImports(in, count);
      case Section.FUNCTION -> contents.readFunctions(in, count);
      case Section.TABLE -> contents.readTables(in, count);
      case Section.MEMORY -> contents.readMemories(in, count);
      case Section.TAG -> contents.readTags(in, count);
      case Section.GLOBAL -> contents.readGlobals(in, count);
      case Section.EXPORT -> contents.readExports(in, count);
      case Section.START -> contents.readStart(in);
      case Section.ELEMENT -> segments.readElements(in, count);
      case Section.DATA_COUNT -> readDataCount(in);
      case Section.CODE -> readCode(in, count);
      default -> readData(in, count);
    }
  }

  private void readDataCount(BinaryReader in) throws InvalidModuleException {
    features.add(Feature.BULK_MEMORY);
    dataCount = in.u32();
  }

  private void readCode(BinaryReader in, int count) throws InvalidModuleException {
    bodies = count;
    requireEqual("function bodies", bodies, definedFunctions());
    code.read(in, count);
  }

  private void readData(BinaryReader in, int count) throws InvalidModuleException {
    dataSegments = count;
    segments.readData(in, count);
  }

  private int sizeOf(int id) {
    return sections.stream()
        .filter(section -> section.id() == id)
        .mapToInt(Section::size)
        .findFirst()
        .orElse(0);
  }

  private ModuleInfo info() {
    return new ModuleInfo(
        contents.imports(),
        contents.exports(),
        contents.functionTypes(),
        spaces.memories(),
        spaces.tables(),
        spaces.globals(),
        spaces.functions(),
        segments.count(),
        segments.elements(),
        contents.start(),
        sizeOf(Section.CODE),
        sizeOf(Section.DATA),
        custom.names(),
        custom.moduleName(),
        custom.producers(),
        custom.targetFeatures(),
        features);
  }
}
