// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.ValueType;
import java.util.List;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** A function's type in Endive's words; values are {@code long}s in both. */
final class Signature {
  private Signature() {}

  static FunctionType of(HostFunction function) {
    return FunctionType.of(all(function.parameters()), all(function.results()));
  }

  private static List<ValType> all(List<ValueType> types) {
    return types.stream().map(Signature::one).toList();
  }

  private static ValType one(ValueType type) {
    return switch (type) {
      case I32 -> ValType.I32;
      case I64 -> ValType.I64;
      case F32 -> ValType.F32;
      case F64 -> ValType.F64;
    };
  }
}
