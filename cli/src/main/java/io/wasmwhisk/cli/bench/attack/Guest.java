// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.attack;

import io.wasmwhisk.cli.options.Launcher;
import java.io.IOException;
import java.nio.file.Files;

/** Where an action's code comes from: made when it is needed, for some are large. */
@FunctionalInterface
public interface Guest {
  /**
   * The code.
   *
   * @return a module, a zip archive, or text
   * @throws IOException when a guest that should be there is not
   */
  byte[] code() throws IOException;

  /** A guest of {@code actions/}, {@code c/hello} for instance; the launcher says where it lies. */
  static Guest built(String name) {
    return () -> Files.readAllBytes(Launcher.home().resolve("actions").resolve(name + ".wasm"));
  }
}
