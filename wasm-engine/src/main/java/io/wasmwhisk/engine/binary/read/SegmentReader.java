// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleLimits;
import java.util.Set;

/** Reads element and data segments (core specification, 5.5.12 and 5.5.14). */
final class SegmentReader {
  private static final int NOT_ACTIVE = 1;
  private static final int EXPLICIT = 2;
  private static final int EXPRESSIONS = 4;

  private final ModuleLimits limits;
  private final Set<Feature> features;
  private final TypeReader types;
  private final InstructionScanner scanner;
  private final IndexSpaces spaces;
  private final Sites sites;
  private long count;
  private long elements;

  SegmentReader(
      ModuleLimits limits,
      Set<Feature> features,
      TypeReader types,
      InstructionScanner scanner,
      IndexSpaces spaces,
      Sites sites) {
    this.limits = limits;
    this.features = features;
    this.types = types;
    this.scanner = scanner;
    this.spaces = spaces;
    this.sites = sites;
  }

  /** Number of segments of both kinds. */
  long count() {
    return count;
  }

  /** Number of elements of all element segments. */
  long elements() {
    return elements;
  }

  void readElements(BinaryReader in, int count) throws InvalidModuleException {
    Bounds.check("The module", count, "element segments", "segments", limits.segments());
    this.count += count;
    for (int i = 0; i < count; i++) {
      readElement(in);
    }
  }

  void readData(BinaryReader in, int count) throws InvalidModuleException {
    Bounds.check("The module", count, "data segments", "segments", limits.segments());
    this.count += count;
    for (int i = 0; i < count; i++) {
      readDatum(in);
    }
  }

  /** The flags' bits: passive or declarative, with a table index (or declarative), expressions. */
  private void readElement(BinaryReader in) throws InvalidModuleException {
    int flags = flags(in, 7);
    if ((flags & NOT_ACTIVE) != 0) {
      features.add((flags & EXPLICIT) != 0 ? Feature.REFERENCE_TYPES : Feature.BULK_MEMORY);
    } else {
      if ((flags & EXPLICIT) != 0 && in.u32() != 0) {
        features.add(Feature.REFERENCE_TYPES);
      }
      scanner.constant(in);
    }
    if ((flags & (NOT_ACTIVE | EXPLICIT)) != 0) {
      elementType(in, flags);
    }
    int count = in.count("elements");
    elements += count;
    Bounds.check("The module", elements, "elements", "elements", limits.elements());
    for (int i = 0; i < count; i++) {
      if ((flags & EXPRESSIONS) != 0) {
        scanner.constant(in);
      } else {
        function(in);
      }
    }
  }

  private void function(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    int index = spaces.function(in);
    sites.addFunction(start, in.position(), index - spaces.importedFunctions());
  }

  private void elementType(BinaryReader in, int flags) throws InvalidModuleException {
    if ((flags & EXPRESSIONS) != 0) {
      types.referenceType(in);
      return;
    }
    int offset = in.position();
    int kind = in.u8();
    if (kind != 0) {
      throw BinaryReader.malformed(offset, "unknown element kind 0x%02x".formatted(kind));
    }
  }

  private void readDatum(BinaryReader in) throws InvalidModuleException {
    int flags = flags(in, 2);
    if (flags == NOT_ACTIVE) {
      features.add(Feature.BULK_MEMORY);
    } else {
      if (flags == EXPLICIT && in.u32() != 0) {
        features.add(Feature.MULTI_MEMORY);
      }
      scanner.constant(in);
    }
    in.skip(in.count("bytes of data"));
  }

  private static int flags(BinaryReader in, int most) throws InvalidModuleException {
    int offset = in.position();
    int flags = in.u32();
    if (flags > most) {
      throw BinaryReader.malformed(offset, "unknown segment 0x%02x".formatted(flags));
    }
    return flags;
  }
}
