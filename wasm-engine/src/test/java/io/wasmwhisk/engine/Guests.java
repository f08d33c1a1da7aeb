// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Guests of {@code actions/}, as their toolchains built them. */
final class Guests {
  private static final Path ROOT = Path.of(System.getProperty("maven.multiModuleProjectDirectory"));

  private Guests() {}

  static byte[] built(String name) throws IOException {
    return Files.readAllBytes(ROOT.resolve("actions").resolve(name + ".wasm"));
  }
}
