// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.signatures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The class files of one of the project's modules: of its {@code target/classes}, or of its jar.
 */
final class ModuleClasses {
  private ModuleClasses() {}

  /** The class files of the module that has this class, by their path in it. */
  static Map<String, byte[]> of(String className) {
    try {
      URI place =
          Class.forName(className, false, ModuleClasses.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource()
              .getLocation()
              .toURI();
      Path path = Path.of(place);
      if (Files.isDirectory(path)) {
        return under(path);
      }
      try (FileSystem jar = FileSystems.newFileSystem(path)) {
        return under(jar.getPath("/"));
      }
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new AssertionError(className, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> under(Path root) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        classes.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return classes;
  }
}
