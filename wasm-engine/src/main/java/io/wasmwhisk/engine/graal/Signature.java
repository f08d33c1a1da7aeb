// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.ValueType;
import org.graalvm.polyglot.Value;

/** Translates between Polyglot values and the {@code long}s of {@link HostFunction.Body}. */
record Signature(ValueType[] parameters, ValueType[] results) {
  private static final ValueType[] NONE = {};

  /** What a function without a result returns; GraalWasm drops it. */
  private static final Object VOID = 0;

  static Signature of(HostFunction function) {
    return new Signature(function.parameters().toArray(NONE), function.results().toArray(NONE));
  }

  long[] decode(Value[] arguments) {
    long[] decoded = new long[parameters.length];
    for (int i = 0; i < decoded.length; i++) {
      decoded[i] =
          switch (parameters[i]) {
            case I32 -> arguments[i].asInt();
            case I64 -> arguments[i].asLong();
            case F32 -> Float.floatToRawIntBits(arguments[i].asFloat());
            case F64 -> Double.doubleToRawLongBits(arguments[i].asDouble());
          };
    }
    return decoded;
  }

  Object encode(long result) {
    if (results.length == 0) {
      return VOID;
    }
    return switch (results[0]) {
      case I32 -> (Object) (int) result;
      case I64 -> result;
      case F32 -> Float.intBitsToFloat((int) result);
      case F64 -> Double.longBitsToDouble(result);
    };
  }
}
