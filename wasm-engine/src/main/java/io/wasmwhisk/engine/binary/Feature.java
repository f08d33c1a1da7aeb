// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What a module uses beyond WebAssembly 1.0, by the names of the proposals that brought it
 * (github.com/WebAssembly/proposals).
 */
public enum Feature {
  /** Imported or exported globals that change. */
  MUTABLE_GLOBAL("mutable-global"),
  /** i32.extend8_s and its siblings. */
  SIGN_EXTENSION("sign-extension-ops"),
  /** Float to integer conversions that saturate. */
  SATURATING_FLOAT("nontrapping-float-to-int-conversions"),
  /** Several results, blocks with parameters. */
  MULTI_VALUE("multi-value"),
  /** memory.copy, memory.fill, passive segments. */
  BULK_MEMORY("bulk-memory-operations"),
  /** externref, several tables, table.get and its siblings. */
  REFERENCE_TYPES("reference-types"),
  /** v128. */
  SIMD("simd"),
  /** v128 instructions whose results may differ between machines. */
  RELAXED_SIMD("relaxed-simd"),
  /** Arithmetic in constant expressions. */
  EXTENDED_CONST("extended-const"),
  /** return_call and its siblings. */
  TAIL_CALL("tail-call"),
  /** Tags, throw, try_table, exnref. */
  EXCEPTIONS("exception-handling"),
  /** try, catch, delegate, rethrow: the proposal's first form, which browsers still run. */
  LEGACY_EXCEPTIONS("exception-handling (legacy)"),
  /** Typed function references, call_ref. */
  FUNCTION_REFERENCES("function-references"),
  /** Structs, arrays, i31, casts. */
  GC("gc"),
  /** Shared memory and atomic instructions. */
  THREADS("threads"),
  /** 64-bit addresses. */
  MEMORY64("memory64"),
  /** More than one memory. */
  MULTI_MEMORY("multi-memory");

  private final String proposal;

  Feature(String proposal) {
    this.proposal = proposal;
  }

  /** The proposal's name. */
  public String proposal() {
    return proposal;
  }

  /** The proposals' names, separated by commas. */
  static String names(Collection<Feature> features) {
    return features.stream().map(Feature::proposal).collect(Collectors.joining(", "));
  }
}
