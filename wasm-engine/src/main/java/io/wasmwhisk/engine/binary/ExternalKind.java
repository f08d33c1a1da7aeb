// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

/**
 * What can be imported and exported (core specification, 5.5.5 "Import Section"; the constants
 * stand in the order of their binary codes).
 */
public enum ExternalKind {
  /** Code 0. */
  FUNCTION,
  /** Code 1. */
  TABLE,
  /** Code 2. */
  MEMORY,
  /** Code 3. */
  GLOBAL,
  /** Code 4, of the exception-handling proposal. */
  TAG
}
