// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the script {@code ./wasmwhisk} tells the JVM that it starts. */
public final class Launcher {
  private Launcher() {}

  /** Where the command is assembled: its jar, the plugin, the guests, the settings. */
  public static Path home() {
    return Path.of(System.getProperty("wasmwhisk.home", ""));
  }

  /** The script itself. */
  public static Path script() {
    return Path.of(System.getProperty("wasmwhisk.launcher", "wasmwhisk"));
  }

  /** The user's options for a JVM, by {@code WASMWHISK_JAVA_OPTS}, as the script splits them. */
  public static List<String> jvmOptions() {
    return Stream.of(System.getenv().getOrDefault("WASMWHISK_JAVA_OPTS", "").split(" "))
        .filter(option -> !option.isBlank())
        .toList();
  }
}
