// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.ValueType;
import java.util.List;

/** Translates between GraalWasm's boxed values and the {@code long}s of {@link HostFunction}. */
final class Encoding {
  /** What a function without a result returns; GraalWasm drops it. */
  private static final Object VOID = 0;

  private Encoding() {}

  static long[] decode(List<ValueType> types, Object[] values) {
    long[] decoded = new long[values.length];
    for (int i = 0; i < decoded.length; i++) {
      decoded[i] =
          switch (types.get(i)) {
            case I32 -> (Integer) values[i];
            case I64 -> (Long) values[i];
            case F32 -> Float.floatToRawIntBits((Float) values[i]);
            case F64 -> Double.doubleToRawLongBits((Double) values[i]);
          };
    }
    return decoded;
  }

  /**
   * @param types of the results, none or one
   */
  static Object encode(List<ValueType> types, long result) {
    if (types.isEmpty()) {
      return VOID;
    }
    return switch (types.get(0)) {
      case I32 -> (Object) (int) result;
      case I64 -> result;
      case F32 -> Float.intBitsToFloat((int) result);
      case F64 -> Double.longBitsToDouble(result);
    };
  }
}
