// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

/**
 * Number types (core specification, 2.3.1). They travel through host functions as {@code long}:
 * integers zero- or sign-extended (the low bits count), floats as their raw bits.
 */
public enum ValueType {
  I32,
  I64,
  F32,
  F64
}
