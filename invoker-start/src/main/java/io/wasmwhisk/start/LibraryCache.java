// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where Truffle unpacks the native library that it reaches the compiler by (truffle-api's {@code
 * InternalResourceRoots}). Where it cannot, it says that its jar was repackaged, and interprets.
 */
final class LibraryCache {
  private static final String WRITTEN = "polyglot.engine.userResourceCache";

  /** Names a directory with all of it, which is only read. */
  private static final String READ = "polyglot.engine.resourcePath";

  private LibraryCache() {}

  /**
   * Why nothing can be written there, found by writing.
   *
   * @param properties the JVM's
   * @param environment of its process
   */
  static Optional<String> problem(Properties properties, Map<String, String> environment) {
    if (properties.containsKey(READ)) {
      return Optional.empty();
    }
    Path directory = directory(properties, environment);
    try {
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, "wasmwhisk", null));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          String.format(
              "GraalWasm unpacks a library in %s, where this process cannot write (%s): give the invoker's user a home directory that it can write, or start the JVM with -D%s=DIRECTORY, one that only this user can write.",
              directory, e, WRITTEN));
    }
  }

  private static Path directory(Properties properties, Map<String, String> environment) {
    String own = properties.getProperty(WRITTEN);
    if (own != null) {
      return Path.of(own);
    }
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path home = Path.of(properties.getProperty("user.home", ""));
    boolean isMac = properties.getProperty("os.name", "").startsWith("Mac");
    Path caches = isMac ? home.resolve("Library/Caches") : home.resolve(".cache");
    return (!isMac && Path.of(cache).isAbsolute() ? Path.of(cache) : caches)
        .resolve("org.graalvm.polyglot");
  }
}
