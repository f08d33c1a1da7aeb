// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The guests of this repository, which are seeds by reference. */
public final class Repository {
  static final Path ROOT = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."));

  private Repository() {}

  /** Small guests of several toolchains. */
  public static Stream<byte[]> guests() {
    return Stream.of("c/add.wasm", "c/files.wasm", "c/hello.wasm", "rust/hello.wasm")
        .map(Repository::guest);
  }

  /** A guest by its file below {@code actions}. */
  public static byte[] guest(String name) {
    return read(ROOT.resolve("actions").resolve(name));
  }

  /** All files in a folder of this module's corpus, by name. */
  public static List<byte[]> corpus(String folder) {
    Path path = ROOT.resolve("fuzz/src/test/corpus").resolve(folder);
    try (Stream<Path> files = Files.list(path)) {
      return files.sorted().map(Repository::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
