// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.conformance;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a directory that a test may change, gone when it is closed.
 *
 * @param directory where it is
 */
record ScratchCopy(Path directory) implements AutoCloseable {
  static ScratchCopy of(Path original) throws IOException {
    ScratchCopy copy = new ScratchCopy(Files.createTempDirectory("wasi-testsuite-"));
    try (Stream<Path> files = Files.walk(original)) {
      List<Path> below = files.filter(file -> !file.equals(original)).toList();
      for (Path file : below) {
        Path target = copy.directory.resolve(original.relativize(file).toString());
        Files.copy(file, target, LinkOption.NOFOLLOW_LINKS);
      }
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
    return copy;
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
