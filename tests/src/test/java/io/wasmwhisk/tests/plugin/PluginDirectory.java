// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.plugin;

import io.wasmwhisk.tests.cli.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/** The assembled plugin: {@code invoker-wasm/target/plugin}. */
public final class PluginDirectory {
  private PluginDirectory() {}

  /** The directory, where there is one: a build that ends at {@code test} assembles none. */
  public static Path require() {
    boolean isAssembled = !jars(Repository.plugin()).isEmpty();
    if (!isAssembled) {
      System.out.println("Skipped: the plugin is assembled by mvn verify, not by mvn test");
    }
    Assumptions.assumeTrue(isAssembled, "the plugin is assembled by mvn verify, not by mvn test");
    return Repository.pluginDirectory();
  }

  /** What goes on the invoker's class path. */
  public static List<Path> jars() {
    return jars(require().resolve("ext-lib"));
  }

  /** Our own, in which other libraries are. */
  static Path ownJar() {
    return jars().stream()
        .filter(jar -> jar.getFileName().toString().startsWith("wasmwhisk-invoker-"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("none of ours in " + jars()));
  }

  /** The files of a jar by their path, with their content. */
  static Map<String, byte[]> files(Path jar) {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static List<Path> jars(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
