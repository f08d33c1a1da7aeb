// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.rest;

import io.wasmwhisk.standalone.Standalone;
import io.wasmwhisk.standalone.StandaloneSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Standalone over the mirror, configured as the OpenWhisk that was recorded. */
final class MirrorServer implements AutoCloseable {
  private final Standalone server;

  private MirrorServer(Standalone server) {
    this.server = server;
  }

  static MirrorServer start() {
    return start(StandaloneSettings.DEFAULTS);
  }

  /** As recorded but for {@code settings}. */
  static MirrorServer start(StandaloneSettings settings) {
    return new MirrorServer(
        Standalone.start(
            settings
                .withPort(0)
                .withManifest(manifest())
                .with(
                    "whisk.spi.ContainerFactoryProvider",
                    "io.wasmwhisk.tests.rest.MirrorContainerFactoryProvider")
                .with("whisk.memory.min", "128 m")
                .with("whisk.info.build-no", "c377ce9")
                .with("whisk.info.date", "2024-03-27")));
  }

  int port() {
    return server.port();
  }

  URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }

  private static Path manifest() {
    URL manifest = MirrorServer.class.getResource("/openwhisk-rest/runtimes.json");
    try {
      return Path.of(manifest.toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
