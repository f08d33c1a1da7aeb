// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

import com.dylibso.chicory.wabt.Wat2Wasm;

/** Modules of tests, from the text format. */
public final class Wat {
  private Wat() {}

  /** The binary form of a module's text. */
  public static byte[] module(String text) {
    return Wat2Wasm.parse(text);
  }
}
