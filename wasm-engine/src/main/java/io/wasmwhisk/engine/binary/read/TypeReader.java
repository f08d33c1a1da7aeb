// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads types (core specification, 5.3) and notes the features they need. */
final class TypeReader {
  /**
   * Values of one function type. The JavaScript interface's limits are 1,000 each; but blocks and
   * branch tables have types too, a few bytes each, and validating one takes time in proportion to
   * its values: 15 s for 1 MB of blocks with a thousand.
   */
  private static final int MOST_PARAMETERS = 256;

  private static final int MOST_RESULTS = 64;

  private static final int SHARED = 2;
  private static final int WIDE = 4;

  private final Set<Feature> features;

  TypeReader(Set<Feature> features) {
    this.features = features;
  }

  /**
   * How many types the next entry of the type section has: one, or a group that may refer to each
   * other (gc proposal). They follow.
   */
  int group(BinaryReader in) throws InvalidModuleException {
    if (in.peek() != 0x4e) {
      return 1;
    }
    in.skip(1);
    features.add(Feature.GC);
    return in.count("types");
  }

  /** A type of the type section, null when it is no function type. */
  @Nullable FunctionType subType(BinaryReader in) throws InvalidModuleException {
    int code = in.peek();
    if (code == 0x50 || code == 0x4f) {
      in.skip(1);
      features.add(Feature.GC);
      int count = in.count("super types");
      for (int i = 0; i < count; i++) {
        in.u32();
      }
    }
    return compositeType(in);
  }

  /** A value type in the text format's words. */
  String valueType(BinaryReader in) throws InvalidModuleException {
    String number = numberType(in.peek());
    if (number != null) {
      in.skip(1);
      return number;
    }
    features.add(Feature.REFERENCE_TYPES);
    return referenceType(in);
  }

  /** A reference type in the text format's words. */
  String referenceType(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    int code = in.peek();
    if (code == 0x63 || code == 0x64) {
      in.skip(1);
      features.add(Feature.FUNCTION_REFERENCES);
      return (code == 0x63 ? "(ref null " : "(ref ") + heapType(in) + ")";
    }
    String heap = code < 0x80 ? abstractHeapType(code) : null;
    if (heap == null) {
      throw BinaryReader.malformed(start, "unknown type 0x%02x".formatted(code));
    }
    in.skip(1);
    return switch (heap) {
      case "none" -> "nullref";
      case "nofunc", "noextern", "noexn" -> "null" + heap.substring(2) + "ref";
      default -> heap + "ref";
    };
  }

  /** A heap type: abstract, or the index of a type. */
  String heapType(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    long code = in.signed(33);
    if (code >= 0) {
      features.add(Feature.FUNCTION_REFERENCES);
      return Long.toString(code);
    }
    String heap = code >= -0x40 ? abstractHeapType((int) code & 0x7f) : null;
    if (heap == null) {
      throw BinaryReader.malformed(start, "unknown heap type " + code);
    }
    return heap;
  }

  /**
   * @param positions gets where the table's element type starts, where its limits start and where
   *     they end
   */
  Table table(BinaryReader in, IntStream.Builder positions) throws InvalidModuleException {
    positions.add(in.position());
    String element = referenceType(in);
    if (!element.equals("funcref")) {
      features.add(Feature.REFERENCE_TYPES);
    }
    positions.add(in.position());
    Limits limits = limits(in);
    positions.add(in.position());
    return new Table(element, limits);
  }

  /** A memory's limits, checked against what its addresses reach. */
  Limits memory(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    Limits limits = limits(in);
    if (limits.shared()) {
      features.add(Feature.THREADS);
    }
    long most = limits.wide() ? 1L << 48 : Limits.MAXIMUM_PAGES;
    if (limits.minimum() > most || limits.maximum().orElse(0) > most) {
      throw BinaryReader.malformed(start, "a memory has more than " + most + " pages");
    }
    return limits;
  }

  Limits limits(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    int flags = in.u8();
    if (flags > (1 | SHARED | WIDE)) {
      throw BinaryReader.malformed(start, "unknown limits 0x%02x".formatted(flags));
    }
    boolean wide = (flags & WIDE) != 0;
    if (wide) {
      features.add(Feature.MEMORY64);
    }
    int bits = wide ? 64 : 32;
    long minimum = saturated(in.unsigned(bits));
    OptionalLong maximum =
        (flags & 1) != 0 ? OptionalLong.of(saturated(in.unsigned(bits))) : OptionalLong.empty();
    if (maximum.isPresent() && maximum.getAsLong() < minimum) {
      throw BinaryReader.malformed(start, "a minimum is above its maximum");
    }
    return new Limits(minimum, maximum, (flags & SHARED) != 0, wide);
  }

  /** No size of ours comes near 2^63. */
  private static long saturated(long unsigned) {
    return unsigned < 0 ? Long.MAX_VALUE : unsigned;
  }

  /** Reads whether a global can change, what follows its value type. */
  boolean mutability(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    int mutability = in.u8();
    if (mutability > 1) {
      throw BinaryReader.malformed(start, "unknown mutability 0x%02x".formatted(mutability));
    }
    return mutability == 1;
  }

  private @Nullable FunctionType compositeType(BinaryReader in) throws InvalidModuleException {
    int start = in.position();
    int code = in.u8();
    switch (code) {
      case 0x60 -> {
        return functionType(in);
      }
      case 0x5e -> field(in);
      case 0x5f -> {
        int fields = in.count("fields");
        for (int i = 0; i < fields; i++) {
          field(in);
        }
      }
      default -> throw BinaryReader.malformed(start, "unknown type 0x%02x".formatted(code));
    }
    features.add(Feature.GC);
    return null;
  }

  private FunctionType functionType(BinaryReader in) throws InvalidModuleException {
    FunctionType type =
        new FunctionType(
            values(in, "parameters", MOST_PARAMETERS), values(in, "results", MOST_RESULTS));
    if (type.results().size() > 1) {
      features.add(Feature.MULTI_VALUE);
    }
    return type;
  }

  private List<String> values(BinaryReader in, String noun, int most)
      throws InvalidModuleException {
    int count = in.count(noun);
    Bounds.check("A function type", count, noun, "function-" + noun, most);
    List<String> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(valueType(in));
    }
    return values;
  }

  private void field(BinaryReader in) throws InvalidModuleException {
    int code = in.peek();
    if (code == 0x78 || code == 0x77) {
      in.skip(1);
    } else {
      valueType(in);
    }
    in.skip(1);
  }

  private @Nullable String numberType(int code) {
    return switch (code) {
      case 0x7f -> "i32";
      case 0x7e -> "i64";
      case 0x7d -> "f32";
      case 0x7c -> "f64";
      case 0x7b -> {
        features.add(Feature.SIMD);
        yield "v128";
      }
      default -> null;
    };
  }

  private @Nullable String abstractHeapType(int code) {
    return switch (code) {
      case 0x70 -> "func";
      case 0x6f -> "extern";
      case 0x69 -> with(Feature.EXCEPTIONS, "exn");
      case 0x74 -> with(Feature.EXCEPTIONS, "noexn");
      case 0x6e -> with(Feature.GC, "any");
      case 0x6d -> with(Feature.GC, "eq");
      case 0x6c -> with(Feature.GC, "i31");
      case 0x6b -> with(Feature.GC, "struct");
      case 0x6a -> with(Feature.GC, "array");
      case 0x73 -> with(Feature.GC, "nofunc");
      case 0x72 -> with(Feature.GC, "noextern");
      case 0x71 -> with(Feature.GC, "none");
      default -> null;
    };
  }

  private String with(Feature feature, String name) {
    features.add(feature);
    return name;
  }
}
