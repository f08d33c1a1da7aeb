// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

/** Whose calls they are. */
public enum Side {
  /** {@code hello} in C, as WebAssembly. */
  WASM("wasm"),
  /** The same code in a container that does not look at it: what OpenWhisk itself takes. */
  ECHO("echo:1");

  private final String kind;

  Side(String kind) {
    this.kind = kind;
  }

  /** The kind of the actions. */
  public String kind() {
    return kind;
  }

  Side other() {
    return this == WASM ? ECHO : WASM;
  }
}
