// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.module;

/** A module that does the same as another and is not the same. */
public final class NumberedModule {
  private static final int CUSTOM = 0;
  private static final String NAME = "number";

  private NumberedModule() {}

  /**
   * The module with one more custom section, which holds the number (core specification, 5.5.3).
   *
   * @param module in the binary format
   * @param number in decimal
   */
  public static byte[] of(byte[] module, long number) {
    Bytes content = new Bytes().name(NAME).name(Long.toString(number));
    return new Bytes().raw(module).raw(CUSTOM).u32(content.size()).raw(content.toBytes()).toBytes();
  }
}
