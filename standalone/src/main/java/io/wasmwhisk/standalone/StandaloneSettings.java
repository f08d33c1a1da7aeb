// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a server is started with. What is absent has a default, see {@code defaults.conf} and {@code
 * runtimes.json}.
 *
 * @param configFile HOCON, as OpenWhisk's standalone takes it by {@code -c}
 * @param manifest the runtimes, as OpenWhisk's standalone takes them by {@code -m}
 * @param overrides single keys that win over the file
 */
public record StandaloneSettings(
    Optional<Path> configFile, Optional<Path> manifest, Map<String, Object> overrides) {
  public static final StandaloneSettings DEFAULTS =
      new StandaloneSettings(Optional.empty(), Optional.empty(), Map.of());

  public StandaloneSettings {
    overrides = Map.copyOf(overrides);
  }

  public StandaloneSettings withConfigFile(Path file) {
    return new StandaloneSettings(Optional.of(file), manifest, overrides);
  }

  public StandaloneSettings withManifest(Path file) {
    return new StandaloneSettings(configFile, Optional.of(file), overrides);
  }

  /** The address to bind; anything but loopback lets others in. */
  public StandaloneSettings withHost(String host) {
    return with("wasmwhisk.standalone.host", host);
  }

  /** The port to bind; 0 takes a free one. */
  public StandaloneSettings withPort(int port) {
    return with("wasmwhisk.standalone.port", port);
  }

  /** A key of the configuration. */
  public StandaloneSettings with(String key, Object value) {
    Map<String, Object> more = new HashMap<>(overrides);
    more.put(key, value);
    return new StandaloneSettings(configFile, manifest, more);
  }
}
