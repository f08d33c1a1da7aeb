// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the SHA-256 of files as {@code sha256sum} does, so that {@code sha256sum -c} checks them.
 *
 * <p>A program of one file, run from its source by the build.
 */
public final class Checksums {
  private Checksums() {}

  /**
   * @param arguments the file to write, and beside it the files, or directories with all that is in
   *     them, whose sums are wanted
   */
  public static void main(String[] arguments) throws Exception {
    Path sums = Path.of(arguments[0]).toAbsolutePath();
    Path directory = sums.getParent();
    Files.deleteIfExists(sums);
    StringBuilder lines = new StringBuilder();
    for (Path file : files(Stream.of(arguments).skip(1).map(directory::resolve).toList())) {
      String path = directory.relativize(file.normalize()).toString().replace('\\', '/');
      lines.append(sha256(file)).append("  ").append(path).append('\n');
    }
    Files.writeString(sums, lines);
  }

  private static List<Path> files(List<Path> roots) throws IOException {
    List<Path> files = new java.util.ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> found = Files.walk(root)) {
        found.filter(Files::isRegularFile).collect(Collectors.toCollection(() -> files));
      }
    }
    return files.stream().sorted().toList();
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
