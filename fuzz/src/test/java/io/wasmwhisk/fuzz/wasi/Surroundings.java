// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A granted directory, with links that lead out of it, and what is beside it. */
final class Surroundings implements AutoCloseable {
  static final String SECRET = "the secret beside the granted directory";

  private final Path base;
  private final List<String> before;

  private Surroundings(Path base) throws IOException {
    this.base = base;
    before = outside();
  }

  static Surroundings make() throws IOException {
    Path base = Files.createTempDirectory("fuzz-surroundings");
    Files.writeString(base.resolve("secret"), SECRET);
    Files.createDirectory(base.resolve("beside"));
    Files.writeString(base.resolve("beside/x"), SECRET);
    Path granted = Files.createDirectory(base.resolve("granted"));
    Files.createDirectory(granted.resolve("a"));
    Files.writeString(granted.resolve("a/b"), "mine");
    Files.createSymbolicLink(granted.resolve("link"), Path.of("../beside"));
    Files.createSymbolicLink(granted.resolve("up"), Path.of(".."));
    Files.createSymbolicLink(granted.resolve("absolute"), base.resolve("secret"));
    Files.createSymbolicLink(granted.resolve("loop"), Path.of("loop"));
    return new Surroundings(base);
  }

  Path granted() {
    return base.resolve("granted");
  }

  /** Everything beside the directory is as it was, to the time of its last change. */
  void requireUntouched() throws IOException {
    assertThat(outside()).isEqualTo(before);
  }

  private List<String> outside() throws IOException {
    try (Stream<Path> all = Files.walk(base)) {
      return all.filter(path -> !path.startsWith(granted())).sorted().map(this::described).toList();
    }
  }

  private String described(Path path) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      String content = attributes.isRegularFile() ? Files.readString(path) : "";
      return base.relativize(path) + " " + attributes.lastModifiedTime() + " " + content;
    } catch (IOException e) {
      return path + " " + e;
    }
  }

  @Override
  public void close() throws IOException {
    delete(base);
  }

  /** Deletes a directory and all in it. */
  static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
