// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One test of a suite: a module, and beside it perhaps a file that says how to run it.
 *
 * @param name the module's path in the checkout, without its ending
 * @param version the version of WASI that it is written for, {@code wasm32-wasip1} for instance
 * @param module where it is
 */
record SuiteTest(String name, String version, Path module) {
  static final String ENDING = ".wasm";

  /** How to run it and what it must do. */
  Specification specification() throws IOException {
    String file = String.valueOf(module.getFileName());
    Path json = module.resolveSibling(file.substring(0, file.length() - ENDING.length()) + ".json");
    return Specification.of(Files.exists(json) ? Files.readString(json) : "{}");
  }
}
