// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a core module declares, immutable. Read, not validated: the engine validates.
 *
 * @param imports in the module's order
 * @param exports in the module's order, names unique
 * @param functionTypes in the module's order
 * @param memories imported ones first; sizes in pages
 * @param tables imported ones first; sizes in elements
 * @param globals number of globals, imported ones included
 * @param functions number of functions, imported ones included
 * @param segments number of element segments and data segments
 * @param elements number of elements of all element segments
 * @param start index of the start function
 * @param codeBytes size of the code section's content
 * @param dataBytes size of the data section's content
 * @param customSections names of the custom sections in the module's order
 * @param name the module's name in its name section
 * @param producers what made the module: values as {@code name version} by field, {@code language}
 *     or {@code processed-by} for instance (tool conventions, "Producers Section")
 * @param targetFeatures what the compiler was allowed to use, {@code +simd128} for instance (tool
 *     conventions, "Target Features Section")
 * @param features what the module really uses
 */
public record ModuleInfo(
    List<Import> imports,
    List<Export> exports,
    List<FunctionType> functionTypes,
    List<Limits> memories,
    List<Table> tables,
    int globals,
    int functions,
    long segments,
    long elements,
    OptionalInt start,
    int codeBytes,
    int dataBytes,
    List<String> customSections,
    Optional<String> name,
    Map<String, List<String>> producers,
    List<String> targetFeatures,
    Set<Feature> features) {

  /** Copies the collections. */
  public ModuleInfo {
    imports = List.copyOf(imports);
    exports = List.copyOf(exports);
    functionTypes = List.copyOf(functionTypes);
    memories = List.copyOf(memories);
    tables = List.copyOf(tables);
    customSections = List.copyOf(customSections);
    producers = Map.copyOf(producers);
    targetFeatures = List.copyOf(targetFeatures);
    features = Set.copyOf(features);
  }

  /** The heap that an instance takes when it begins. */
  public Footprint footprint() {
    return Footprint.of(this);
  }

  /** The export of this name and kind. */
  public Optional<Export> export(String exportName, ExternalKind kind) {
    return exports.stream()
        .filter(export -> export.kind() == kind && export.name().equals(exportName))
        .findFirst();
  }

  /**
   * Refuses what cannot run in a sandbox of ours, by name.
   *
   * @param allowed what the engine at hand runs
   * @throws InvalidModuleException when the module uses a feature that is not allowed, is not
   *     linked yet, or brings a memory whose growth cannot be limited: imported, or shared
   */
  public void requireSupported(Set<Feature> allowed) throws InvalidModuleException {
    requireLinked();
    requireOwnMemories();
    EnumSet<Feature> missing = EnumSet.noneOf(Feature.class);
    missing.addAll(features);
    missing.removeAll(allowed);
    if (!missing.isEmpty()) {
      throw new InvalidModuleException(
          "The module uses WebAssembly features that are not supported here: "
              + Feature.names(missing)
              + ". Supported are: "
              + Feature.names(EnumSet.copyOf(allowed))
              + ". Build it without them.");
    }
  }

  private void requireLinked() throws InvalidModuleException {
    if (customSections.contains("linking")) {
      throw new InvalidModuleException(
          "The module is an object file (it has a \"linking\" section), not a linked program. Link"
              + " it with wasm-ld, or let the compiler link: leave out -c.");
    }
  }

  /** Refuses a memory whose growth cannot be limited: imported, or shared. */
  public void requireOwnMemories() throws InvalidModuleException {
    for (Import wanted : imports) {
      if (wanted.kind() == ExternalKind.MEMORY) {
        throw new InvalidModuleException(
            "The module imports its memory (%s.%s), which is not supported. Build it with a memory of its own, without --import-memory."
                .formatted(wanted.module(), wanted.name()));
      }
    }
    if (memories.stream().anyMatch(Limits::shared)) {
      throw new InvalidModuleException(
          "The module's memory is shared (threads proposal), which is not supported. Build it without threads.");
    }
  }
}
