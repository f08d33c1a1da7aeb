// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * openwhisk-api for a JRE 11, as OpenWhisk's own classes are: the same class files under Java 11's
 * version (JVM specification, 4.1). What of Java 21's library they call is not there, but nothing
 * of that is reached before the plugin has looked at the JVM.
 */
final class OldClasses {
  private static final int MAJOR_VERSION = 6;
  private static final short JAVA_11 = 55;

  private OldClasses() {}

  /** Copies a directory of class files and resources. */
  static Path copy(Path classes, Path copy) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(classes)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = copy.resolve(classes.relativize(file));
      Files.createDirectories(target.getParent());
      byte[] content = Files.readAllBytes(file);
      if (file.toString().endsWith(".class")) {
        ByteBuffer.wrap(content).putShort(MAJOR_VERSION, JAVA_11);
      }
      Files.write(target, content);
    }
    return copy;
  }
}
