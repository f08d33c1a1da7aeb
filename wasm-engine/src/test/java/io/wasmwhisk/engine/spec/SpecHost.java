// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import io.wasmwhisk.engine.binary.rewrite.ReservedNames;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.runtime.ValueType;
import java.util.List;

/** The functions of {@code spectest}, and a host that grants everything. */
final class SpecHost {
  private static final String SPECTEST = "spectest";

  private static final List<HostFunction> FUNCTIONS =
      List.of(
          function(
              ReservedNames.HOST,
              ReservedNames.GROW,
              List.of(ValueType.I64, ValueType.I64),
              List.of(ValueType.I32)),
          function(
              ReservedNames.HOST,
              ReservedNames.GROWN,
              List.of(ValueType.I64, ValueType.I64, ValueType.I32),
              List.of()),
          function(
              ReservedNames.HOST,
              ReservedNames.FRAMES,
              List.of(ValueType.I64),
              List.of(ValueType.I64)),
          print("print"),
          print("print_i32", ValueType.I32),
          print("print_i64", ValueType.I64),
          print("print_f32", ValueType.F32),
          print("print_f64", ValueType.F64),
          print("print_i32_f32", ValueType.I32, ValueType.F32),
          print("print_f64_f64", ValueType.F64, ValueType.F64));

  /** What guests import. */
  static final Imports IMPORTS =
      (module, name) ->
          FUNCTIONS.stream()
              .filter(function -> function.isNamed(module, name))
              .findFirst()
              .orElse(null);

  private SpecHost() {}

  /** Whether that is all a module needs. */
  static boolean offers(String module, String name) {
    return IMPORTS.find(module, name) != null;
  }

  private static HostFunction print(String name, ValueType... parameters) {
    return function(SPECTEST, name, List.of(parameters), List.of());
  }

  /** Answers with its first argument, which is enough of everything. */
  private static HostFunction function(
      String module, String name, List<ValueType> parameters, List<ValueType> results) {
    return new HostFunction(
        module,
        name,
        parameters,
        results,
        (memory, arguments) -> name.equals(ReservedNames.GROW) ? 1 : first(arguments));
  }

  private static long first(long[] arguments) {
    return arguments.length == 0 ? 0 : arguments[0];
  }
}
