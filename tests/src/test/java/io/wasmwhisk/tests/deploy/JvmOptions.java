// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.deploy;

import io.wasmwhisk.tests.cli.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * The plugin's {@code jvm-25.options}: all that is put on an invoker must give its JVM the same.
 */
final class JvmOptions {
  private JvmOptions() {}

  /** The options of a plugin in {@code /wasmwhisk}, where containers see it. */
  static List<String> inContainers() throws IOException {
    return Files.readAllLines(Repository.jvmOptions()).stream()
        .filter(line -> line.startsWith("-"))
        .map(line -> line.replace("=/opt/wasmwhisk/", "=/wasmwhisk/"))
        .toList();
  }
}
