// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import io.wasmwhisk.engine.runtime.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** The type of a function of the host; values are {@code long}s in Endive as in ours. */
record Signature(List<ValueType> parameters, List<ValueType> results) {

  /** The same type; empty where it has types that no function of ours has. */
  static Optional<Signature> of(FunctionType type) {
    return all(type.params())
        .flatMap(
            parameters -> all(type.returns()).map(results -> new Signature(parameters, results)));
  }

  private static Optional<List<ValueType>> all(List<ValType> types) {
    List<ValueType> ours = new ArrayList<>();
    for (ValType type : types) {
      if (type.equals(ValType.I32)) {
        ours.add(ValueType.I32);
      } else if (type.equals(ValType.I64)) {
        ours.add(ValueType.I64);
      } else if (type.equals(ValType.F32)) {
        ours.add(ValueType.F32);
      } else if (type.equals(ValType.F64)) {
        ours.add(ValueType.F64);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(ours));
  }
}
