// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the custom sections that say something about a module as a whole. A fault inside one makes
 * it say nothing, as the core specification (5.5.3) demands: the module stays as valid as it was.
 */
final class CustomSections {
  /** Metadata larger than this is not looked at. */
  private static final int METADATA_BYTES = 65_536;

  private final ModuleLimits limits;
  private final List<String> names = new ArrayList<>();
  private @Nullable String moduleName;
  private Map<String, List<String>> producers = Map.of();
  private List<String> targetFeatures = List.of();
  private long bytes;

  CustomSections(ModuleLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads one section's content.
   *
   * @return its name
   */
  String read(BinaryReader in) throws InvalidModuleException {
    bytes += in.end() - in.position();
    Bounds.check(
        "The module", bytes, "bytes in custom sections", "custom-bytes", limits.customBytes());
    String name = in.name();
    names.add(name);
    Bounds.check(
        "The module", names.size(), "custom sections", "custom-sections", limits.customSections());
    try {
      readMetadata(name, in);
    } catch (InvalidModuleException ignored) {
      // Says nothing; see above.
    }
    return name;
  }

  List<String> names() {
    return names;
  }

  Optional<String> moduleName() {
    return Optional.ofNullable(moduleName);
  }

  Map<String, List<String>> producers() {
    return producers;
  }

  List<String> targetFeatures() {
    return targetFeatures;
  }

  private void readMetadata(String name, BinaryReader in) throws InvalidModuleException {
    if (name.equals("name")) {
      readModuleName(in);
    } else if (in.end() - in.position() > METADATA_BYTES) {
      return;
    } else if (name.equals("producers")) {
      producers = readProducers(in);
    } else if (name.equals("target_features")) {
      targetFeatures = readTargetFeatures(in);
    }
  }

  /** Subsection 0 comes first if it is there (appendix "Name Section"). */
  private void readModuleName(BinaryReader in) throws InvalidModuleException {
    if (in.atEnd() || in.u8() != 0) {
      return;
    }
    int size = in.u32();
    if (size <= METADATA_BYTES) {
      moduleName = in.slice(size).name();
    }
  }

  private static Map<String, List<String>> readProducers(BinaryReader in)
      throws InvalidModuleException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    int count = in.count("fields");
    for (int i = 0; i < count; i++) {
      String field = in.name();
      List<String> values = new ArrayList<>();
      int entries = in.count("values");
      for (int j = 0; j < entries; j++) {
        values.add((in.name() + " " + in.name()).strip());
      }
      fields.put(field, List.copyOf(values));
    }
    return fields;
  }

  private static List<String> readTargetFeatures(BinaryReader in) throws InvalidModuleException {
    List<String> found = new ArrayList<>();
    int count = in.count("features");
    for (int i = 0; i < count; i++) {
      found.add((char) in.u8() + in.name());
    }
    return found;
  }
}
