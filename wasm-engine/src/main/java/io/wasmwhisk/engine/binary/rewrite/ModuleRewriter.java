// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import io.wasmwhisk.engine.binary.Export;
import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.Table;
import io.wasmwhisk.engine.binary.read.Bodies;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.Section;
import java.util.Optional;

/**
 * Rewrites a module so that one compiled form serves every memory limit and the host stays in
 * charge:
 *
 * <ul>
 *   <li>every {@code memory.grow} calls a function that obeys {@link ReservedNames#MEMORY_LIMIT}
 *       and reports in {@link ReservedNames#MEMORY_REFUSED};
 *   <li>the maxima of memory and tables are clamped to absolute limits;
 *   <li>the start function is no longer run by instantiation but exported as {@link
 *       ReservedNames#START}: the host calls it after instantiation, when the segments are in
 *       place, as the specification orders it (4.5.4);
 *   <li>memory 0 is exported as {@link ReservedNames#MEMORY};
 *   <li>custom sections other than {@code name} are left out.
 * </ul>
 *
 * Everything new is appended to its index space, so no index of the guest changes; functions that
 * do not grow memory are copied as they are.
 */
public final class ModuleRewriter {
  private static final int I32 = 0x7f;
  private static final int MUTABLE = 1;
  private static final int I32_CONST = 0x41;
  private static final int CALL = 0x10;
  private static final int END = 0x0b;

  private final ModuleLayout module;
  private final ModuleInfo info;
  private final byte[] bytes;
  private final int maximumPages;
  private final int maximumElements;

  private ModuleRewriter(ModuleLayout module, int maximumPages, int maximumElements) {
    this.module = module;
    this.info = module.info();
    this.bytes = module.bytes();
    this.maximumPages = maximumPages;
    this.maximumElements = maximumElements;
  }

  /**
   * Rewrites a module.
   *
   * @param module has at most one memory, of its own, 32-bit and not shared: see {@link
   *     ModuleInfo#requireSupported}
   * @param maximumPages no instance's memory will ever be larger, 0 to 65,536 pages of 65,536 bytes
   * @param maximumElements no table of an instance will ever be larger
   * @return the new module's bytes
   * @throws InvalidModuleException when the module needs more at instantiation or uses a reserved
   *     name
   */
  public static byte[] rewrite(ModuleLayout module, int maximumPages, int maximumElements)
      throws InvalidModuleException {
    if (maximumPages < 0 || maximumPages > Limits.MAXIMUM_PAGES) {
      throw new IllegalArgumentException(
          "maximumPages is %d, not within 0 and %d".formatted(maximumPages, Limits.MAXIMUM_PAGES));
    }
    if (maximumElements < 0) {
      throw new IllegalArgumentException("maximumElements is " + maximumElements + ", below 0");
    }
    module.info().requireOneOwnMemory();
    ModuleRewriter rewriter = new ModuleRewriter(module, maximumPages, maximumElements);
    rewriter.refuseReservedNames();
    return rewriter.write();
  }

  private void refuseReservedNames() throws InvalidModuleException {
    for (Export export : info.exports()) {
      if (export.name().startsWith(ReservedNames.PREFIX)) {
        throw new InvalidModuleException(
            "The module exports \"%s\"; names that begin with \"%s\" are reserved. Rename the export."
                .formatted(export.name(), ReservedNames.PREFIX));
      }
    }
  }

  private byte[] write() throws InvalidModuleException {
    ByteSink out = new ByteSink(bytes.length + 512 + 4 * module.bodies().growths());
    out.copy(bytes, 0, 8);
    for (int id : Section.ORDER) {
      Optional<ByteSink> changed = changed(id);
      if (changed.isPresent()) {
        out.put(id).sized(changed.get());
      } else if (id != Section.START) {
        module.section(id).ifPresent(section -> out.copy(bytes, section.start(), section.end()));
      }
    }
    for (Section section : module.customSections("name")) {
      out.copy(bytes, section.start(), section.end());
    }
    return out.toByteArray();
  }

  /** The new content of a section, empty when the section stays as it is. */
  private Optional<ByteSink> changed(int id) throws InvalidModuleException {
    return switch (id) {
      case Section.TYPE -> guarded() ? Optional.of(types()) : Optional.empty();
      case Section.FUNCTION -> guarded() ? Optional.of(functions()) : Optional.empty();
      case Section.TABLE ->
          module.section(id).isPresent() ? Optional.of(tables()) : Optional.empty();
      case Section.MEMORY ->
          module.section(id).isPresent() ? Optional.of(memories()) : Optional.empty();
      case Section.GLOBAL -> Optional.of(globals());
      case Section.EXPORT -> Optional.of(exports());
      case Section.CODE -> guarded() ? Optional.of(code()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private boolean guarded() {
    return module.bodies().growths() > 0;
  }

  private int limitGlobal() {
    return info.globals();
  }

  private int refusedGlobal() {
    return info.globals() + 1;
  }

  private ByteSink types() {
    return extended(Section.TYPE, 1).put(0x60, 1, I32, 1, I32);
  }

  private ByteSink functions() {
    return extended(Section.FUNCTION, 1).unsigned(module.types());
  }

  private ByteSink tables() throws InvalidModuleException {
    Section section = module.section(Section.TABLE).orElseThrow();
    ByteSink out = new ByteSink(section.size() + 16);
    int copied = section.content();
    for (int i = 0; i < section.count(); i++) {
      Table table = info.tables().get(module.importedTables() + i);
      out.copy(bytes, copied, module.tableLimitsStart(i));
      writeTableLimits(out, module.importedTables() + i, table.limits());
      copied = module.tableLimitsEnd(i);
    }
    return out.copy(bytes, copied, section.end());
  }

  private void writeTableLimits(ByteSink out, int index, Limits limits)
      throws InvalidModuleException {
    if (limits.minimum() > maximumElements) {
      throw new InvalidModuleException(
          "Table %d of the module has %d elements at start; the limit is %d elements."
              .formatted(index, limits.minimum(), maximumElements));
    }
    long maximum = Math.min(limits.maximum().orElse(Long.MAX_VALUE), maximumElements);
    out.put(limits.wide() ? 5 : 1).unsigned(limits.minimum()).unsigned(maximum);
  }

  private ByteSink memories() throws InvalidModuleException {
    ByteSink out = new ByteSink(16);
    out.unsigned(info.memories().size());
    for (Limits memory : info.memories()) {
      if (memory.minimum() > maximumPages) {
        throw new InvalidModuleException(
            "The module's memory has %d bytes at start (%d pages); the limit is %d bytes (%d pages)."
                .formatted(
                    memory.minimum() * Limits.PAGE_BYTES,
                    memory.minimum(),
                    (long) maximumPages * Limits.PAGE_BYTES,
                    maximumPages));
      }
      out.put(1).unsigned(memory.minimum()).unsigned(clamped(memory));
    }
    return out;
  }

  private long clamped(Limits memory) {
    return Math.min(memory.maximum().orElse(Limits.MAXIMUM_PAGES), maximumPages);
  }

  private ByteSink globals() {
    return extended(Section.GLOBAL, 2)
        .put(I32, MUTABLE, I32_CONST)
        .signed(maximumPages)
        .put(END)
        .put(I32, MUTABLE, I32_CONST, 0, END);
  }

  private ByteSink exports() {
    int memories = Math.min(1, info.memories().size());
    int starts = info.start().isPresent() ? 1 : 0;
    ByteSink out = extended(Section.EXPORT, 2 + memories + starts);
    export(out, ReservedNames.MEMORY_LIMIT, ExternalKind.GLOBAL, limitGlobal());
    export(out, ReservedNames.MEMORY_REFUSED, ExternalKind.GLOBAL, refusedGlobal());
    if (memories > 0) {
      export(out, ReservedNames.MEMORY, ExternalKind.MEMORY, 0);
    }
    info.start().ifPresent(index -> export(out, ReservedNames.START, ExternalKind.FUNCTION, index));
    return out;
  }

  private static void export(ByteSink out, String name, ExternalKind kind, int index) {
    out.name(name).put(kind.ordinal()).unsigned(index);
  }

  private ByteSink code() {
    Section section = module.section(Section.CODE).orElseThrow();
    Bodies bodies = module.bodies();
    ByteSink out = new ByteSink(section.size() + 128 + 4 * bodies.growths());
    out.unsigned(section.count() + 1L);
    int copied = section.entries();
    int body = 0;
    int growth = 0;
    while (growth < bodies.growths()) {
      while (bodies.start(body + 1) <= bodies.growthStart(growth)) {
        body++;
      }
      out.copy(bytes, copied, bodies.start(body));
      copied = bodies.start(body + 1);
      growth = copyGuarded(out, body, growth);
    }
    out.copy(bytes, copied, section.end());
    Limits memory = info.memories().get(0);
    return out.sized(new GrowthGuard(limitGlobal(), refusedGlobal(), clamped(memory)).body());
  }

  /**
   * Copies a body with its growths replaced.
   *
   * @return the first growth of a later body
   */
  private int copyGuarded(ByteSink out, int body, int firstGrowth) {
    Bodies bodies = module.bodies();
    int end = bodies.start(body + 1);
    ByteSink content = new ByteSink(end - bodies.content(body) + 64);
    int copied = bodies.content(body);
    int growth = firstGrowth;
    while (growth < bodies.growths() && bodies.growthStart(growth) < end) {
      content.copy(bytes, copied, bodies.growthStart(growth));
      content.put(CALL).unsigned(info.functions());
      copied = bodies.growthEnd(growth);
      growth++;
    }
    out.sized(content.copy(bytes, copied, end));
    return growth;
  }

  /** A section's entries behind a larger count; what is added follows. */
  private ByteSink extended(int id, int more) {
    Optional<Section> present = module.section(id);
    if (present.isEmpty()) {
      return new ByteSink(64).unsigned(more);
    }
    Section section = present.get();
    return new ByteSink(section.size() + 128)
        .unsigned((long) section.count() + more)
        .copy(bytes, section.entries(), section.end());
  }
}
