// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The file where {@code wsk property set} keeps the host and the key: lines {@code NAME=value}. */
public final class WskProperties {
  private final Path file;
  private final Map<String, String> values;

  private WskProperties(Path file, Map<String, String> values) {
    this.file = file;
    this.values = values;
  }

  /** The file that {@code WSK_CONFIG_FILE} names, else {@code ~/.wskprops}. */
  public static Path location(Map<String, String> environment, String home) {
    String named = environment.getOrDefault("WSK_CONFIG_FILE", "");
    return named.isEmpty() ? Path.of(home, ".wskprops") : Path.of(named);
  }

  /**
   * Reads the file; where there is none, nothing is set.
   *
   * @throws IOException when there is one that cannot be read
   */
  public static WskProperties read(Path file) throws IOException {
    Map<String, String> values = new HashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith("#")) {
          values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
      }
    }
    return new WskProperties(file, values);
  }

  Path file() {
    return file;
  }

  Optional<String> apiHost() {
    return value("APIHOST");
  }

  Optional<String> auth() {
    return value("AUTH");
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }
}
