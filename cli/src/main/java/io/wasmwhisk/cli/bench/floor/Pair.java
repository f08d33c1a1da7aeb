// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

/** What each side has. */
record Pair<T>(T wasm, T echo) {
  T of(Side side) {
    return switch (side) {
      case WASM -> wasm;
      case ECHO -> echo;
    };
  }
}
