// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Puts the configuration together: system properties over a file over our defaults over every
 * library's reference.conf.
 */
public final class ConfigFiles {
  private static final String DEFAULTS = "io/wasmwhisk/standalone/defaults.conf";

  private ConfigFiles() {}

  /**
   * Loads.
   *
   * @param overrides win over the file
   * @param file HOCON, as OpenWhisk's standalone takes it by {@code -c}
   * @throws com.typesafe.config.ConfigException when the file is missing, is no HOCON, or cannot be
   *     resolved
   */
  public static Config load(Config overrides, Optional<Path> file) {
    Config fromFile = file.map(ConfigFiles::parse).orElse(ConfigFactory.empty());
    return ConfigFactory.load(overrides.withFallback(fromFile).withFallback(defaults()));
  }

  static Config defaults() {
    return ConfigFactory.parseResources(
        ConfigFiles.class.getClassLoader(),
        DEFAULTS,
        ConfigParseOptions.defaults().setAllowMissing(false));
  }

  private static Config parse(Path file) {
    return ConfigFactory.parseFile(
        file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
  }
}
