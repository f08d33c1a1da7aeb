// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

import java.util.List;

/**
 * A function type (core specification, 2.3.6).
 *
 * @param parameters value types in the text format's words, {@code i32} for instance
 * @param results value types likewise; more than one with the multi-value proposal
 */
public record FunctionType(List<String> parameters, List<String> results) {

  /** Copies the lists. */
  public FunctionType {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }

  /** Whether a parameter or a result is a {@code v128}. */
  public boolean hasVectors() {
    return parameters.contains("v128") || results.contains("v128");
  }

  /** As the specification writes it: {@code (i32, i32) -> (i64)}. */
  @Override
  public String toString() {
    return "(" + String.join(", ", parameters) + ") -> (" + String.join(", ", results) + ")";
  }
}
