// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.start;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java on this machine, as its file {@code release} describes it.
 *
 * @param home its directory
 * @param feature its version: 11 for instance
 * @param compiles whether it has JVMCI, without which GraalWasm has no compiler
 */
record Jre(Path home, int feature, boolean compiles) {
  /** Directories whose subdirectories are looked at, separated as in a class path. */
  private static final String PROPERTY = "jre.directories";

  /**
   * The first of this kind.
   *
   * @param compiles whether it must, or must not, have JVMCI
   */
  static Optional<Jre> find(int feature, boolean compiles) {
    return all().stream()
        .filter(jre -> jre.feature == feature && jre.compiles == compiles)
        .findFirst();
  }

  /** Why there is none. */
  static String none(int feature, boolean compiles) {
    return "no Java %d with%s the module jdk.internal.vm.ci in %s: -D%s=DIR%sDIR names directories with others"
        .formatted(feature, compiles ? "" : "out", directories(), PROPERTY, File.pathSeparatorChar);
  }

  private static String directories() {
    return System.getProperty(PROPERTY, "/usr/lib/jvm");
  }

  private static List<Jre> all() {
    List<Jre> all = new ArrayList<>();
    for (String directory : directories().split(File.pathSeparator)) {
      try (Stream<Path> homes = Files.list(Path.of(directory))) {
        homes.sorted(Comparator.naturalOrder()).forEach(home -> read(home).ifPresent(all::add));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private static Optional<Jre> read(Path home) {
    Path file = home.resolve("release");
    if (!Files.isReadable(file) || !Files.isExecutable(home.resolve("bin/java"))) {
      return Optional.empty();
    }
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      release.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = release.getProperty("JAVA_VERSION", "\"0\"").replace("\"", "");
    return Optional.of(
        new Jre(
            home,
            Runtime.Version.parse(version).feature(),
            release.getProperty("MODULES", "").contains("jdk.internal.vm.ci")));
  }

  /** Its launcher. */
  String java() {
    return home.resolve("bin/java").toString();
  }
}
