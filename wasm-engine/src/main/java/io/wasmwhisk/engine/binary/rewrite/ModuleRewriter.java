// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import io.wasmwhisk.engine.binary.Export;
import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.Import;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.Section;
import io.wasmwhisk.engine.binary.write.ByteSink;
import io.wasmwhisk.engine.binary.write.JoinedData;
import java.util.Optional;

/**
 * Rewrites a module so that one compiled form serves every limit and the host stays in charge:
 *
 * <ul>
 *   <li>every {@code memory.grow} and {@code table.grow} calls a function that asks the host first;
 *   <li>functions with many locals or operands ask the host for their call frames;
 *   <li>the maxima of memories and tables are clamped to absolute limits;
 *   <li>the start function is no longer run by instantiation but exported as {@link
 *       ReservedNames#START}: the host calls it after instantiation, when the segments are in
 *       place, as the specification orders it (4.5.4);
 *   <li>memory 0 is exported as {@link ReservedNames#MEMORY};
 *   <li>many small data segments become few large ones: {@link JoinedData};
 *   <li>custom sections other than {@code name} are left out.
 * </ul>
 *
 * Everything new is appended to its index space, so the guest's indices stay as they are, but for
 * the few functions whose indices the imported ones take: see {@link FunctionSpace}. What does not
 * name them is copied as it is.
 */
public final class ModuleRewriter {
  private final ModuleLayout module;
  private final ModuleInfo info;
  private final byte[] bytes;
  private final SizeLimits sizes;
  private final Guards guards;
  private final Frames frames;
  private final HostFunctions host;
  private final FunctionSpace functions;
  private final SiteWriter sites;
  private final Optional<Capture> capture;
  private final CodeWriter code;
  private final Optional<JoinedData> joined;

  private ModuleRewriter(ModuleLayout module, SizeLimits sizes, Optional<Capture> capture) {
    this.module = module;
    this.info = module.info();
    this.bytes = module.bytes();
    this.sizes = sizes;
    this.guards = new Guards(module);
    this.frames = new Frames(module);
    int imported = module.importedFunctions();
    this.capture = capture;
    this.host =
        new HostFunctions(guards.count() > 0, frames.count() > 0, capture.isPresent(), imported);
    this.functions =
        new FunctionSpace(imported, info.functions() - imported, host.count(), guards.count());
    this.sites = new SiteWriter(module, functions, guards);
    this.code = new CodeWriter(module, functions, host, guards, frames, sites, capture);
    this.joined = JoinedData.of(module);
  }

  /**
   * Rewrites a module.
   *
   * @param module has memories of its own only, none of them shared: see {@link
   *     ModuleInfo#requireSupported}
   * @param maximumPages no memory of an instance will ever be larger, 0 to 65,536 pages of 65,536
   *     bytes
   * @param maximumElements no table of an instance will ever be larger
   * @return the new module's bytes
   * @throws InvalidModuleException when the module needs more at instantiation or uses a reserved
   *     name
   */
  public static byte[] rewrite(ModuleLayout module, int maximumPages, int maximumElements)
      throws InvalidModuleException {
    return rewrite(module, maximumPages, maximumElements, Optional.empty());
  }

  /**
   * As {@link #rewrite}, for a module that is run once to be looked into: it exports {@link
   * ReservedNames#CAPTURE}.
   *
   * @param module as there; what it may change of globals is numbers
   */
  public static byte[] rewriteToCapture(ModuleLayout module, int maximumPages, int maximumElements)
      throws InvalidModuleException {
    return rewrite(
        module, maximumPages, maximumElements, Optional.of(new Capture(module.mutableGlobals())));
  }

  private static byte[] rewrite(
      ModuleLayout module, int maximumPages, int maximumElements, Optional<Capture> capture)
      throws InvalidModuleException {
    SizeLimits sizes = new SizeLimits(module, maximumPages, maximumElements);
    module.info().requireOwnMemories();
    ModuleRewriter rewriter = new ModuleRewriter(module, sizes, capture);
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
    for (Import wanted : info.imports()) {
      if (wanted.module().startsWith(ReservedNames.PREFIX)) {
        throw new InvalidModuleException(
            "The module imports \"%s\" of \"%s\"; names that begin with \"%s\" are reserved. Remove the import."
                .formatted(wanted.name(), wanted.module(), ReservedNames.PREFIX));
      }
    }
  }

  private byte[] write() throws InvalidModuleException {
    ByteSink out = new ByteSink(bytes.length + 1024 + 4 * module.sites().count());
    out.copy(bytes, 0, 8);
    for (int id : Section.ORDER) {
      Optional<ByteSink> changed = changed(id);
      if (changed.isPresent()) {
        out.put(id).sized(changed.get());
      } else if (id != Section.START) {
        module.section(id).ifPresent(section -> out.copy(bytes, section.start(), section.end()));
      }
    }
    NameWriter names = new NameWriter(module, functions);
    for (Section section : module.customSections("name")) {
      names.write(out, section);
    }
    return out.toByteArray();
  }

  /** The new content of a section, empty when the section stays as it is. */
  private Optional<ByteSink> changed(int id) throws InvalidModuleException {
    Optional<Section> section = module.section(id);
    boolean asks = host.count() > 0;
    return switch (id) {
      case Section.TYPE -> asks ? Optional.of(types()) : Optional.empty();
      case Section.IMPORT -> asks ? Optional.of(imports()) : Optional.empty();
      case Section.FUNCTION -> asks ? Optional.of(code.types(guardTypes())) : Optional.empty();
      case Section.TABLE ->
          section.isPresent() ? Optional.of(sizes.tables(section.get(), sites)) : Optional.empty();
      case Section.MEMORY -> section.isPresent() ? Optional.of(sizes.memories()) : Optional.empty();
      case Section.EXPORT -> Optional.of(exports());
      case Section.CODE -> asks ? Optional.of(code.code()) : Optional.empty();
      case Section.GLOBAL ->
          host.frames() ? Optional.of(globals()) : section.flatMap(this::withSites);
      case Section.ELEMENT -> section.flatMap(this::withSites);
      case Section.DATA_COUNT ->
          section.isPresent() ? joined.map(JoinedData::dataCount) : Optional.empty();
      case Section.DATA ->
          joined.isPresent() ? Optional.of(joined.get().data()) : section.flatMap(this::withSites);
      default -> Optional.empty();
    };
  }

  private Optional<ByteSink> withSites(Section section) {
    if (sites.isUnchanged(section.content(), section.end())) {
      return Optional.empty();
    }
    ByteSink out = new ByteSink(section.size() + 64);
    sites.copy(out, section.content(), section.end());
    return Optional.of(out);
  }

  private int hostTypes() {
    return module.types();
  }

  private int guardTypes() {
    return hostTypes() + host.count();
  }

  private ByteSink types() {
    ByteSink out =
        extended(Section.TYPE, host.count() + guards.count() + (capture.isPresent() ? 1 : 0));
    host.writeTypes(out);
    guards.writeTypes(out);
    capture.ifPresent(present -> Capture.writeType(out));
    return out;
  }

  private ByteSink imports() {
    ByteSink out = extended(Section.IMPORT, host.count());
    host.writeImports(out, hostTypes());
    return out;
  }

  private ByteSink globals() {
    ByteSink out = extended(Section.GLOBAL, 2);
    Frames.writeGlobals(out);
    return out;
  }

  private ByteSink exports() {
    int memories = Math.min(1, info.memories().size());
    int starts = info.start().isPresent() ? 1 : 0;
    int captures = capture.isPresent() ? 1 : 0;
    ByteSink out = extended(Section.EXPORT, memories + starts + captures);
    if (memories > 0) {
      export(out, ReservedNames.MEMORY, ExternalKind.MEMORY, 0);
    }
    info.start()
        .ifPresent(
            index -> export(out, ReservedNames.START, ExternalKind.FUNCTION, functions.of(index)));
    capture.ifPresent(
        present ->
            export(
                out,
                ReservedNames.CAPTURE,
                ExternalKind.FUNCTION,
                functions.ofBody(frames.count())));
    return out;
  }

  private static void export(ByteSink out, String name, ExternalKind kind, int index) {
    out.name(name).put(kind.ordinal()).unsigned(index);
  }

  /** A section's entries behind a larger count; what is added follows. */
  private ByteSink extended(int id, int more) {
    Optional<Section> present = module.section(id);
    if (present.isEmpty()) {
      return new ByteSink(128).unsigned(more);
    }
    Section section = present.get();
    ByteSink out = new ByteSink(section.size() + 256).unsigned((long) section.count() + more);
    sites.copy(out, section.entries(), section.end());
    return out;
  }
}
