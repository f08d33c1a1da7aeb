// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.wasmwhisk.standalone.limits.LimitRange;
import io.wasmwhisk.standalone.runtimes.ManifestReader;
import io.wasmwhisk.standalone.runtimes.Runtimes;
import io.wasmwhisk.standalone.settings.ConfigFiles;
import io.wasmwhisk.standalone.settings.Settings;
import io.wasmwhisk.standalone.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The two files at the root of the repository, which a real OpenWhisk takes as well. */
class ShippedFilesTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void standaloneConfIsRead() {
    Path file = ROOT.resolve("standalone.conf");
    Config config = ConfigFiles.load(ConfigFactory.empty(), Optional.of(file));
    Settings settings = SettingsReader.read(config);
    assertThat(settings.ranges().memoryMb()).isEqualTo(new LimitRange(8, 512, 256));
    assertThat(settings.ranges().concurrency()).isEqualTo(new LimitRange(1, 50, 1));
    assertThat(config.getString("whisk.spi.ContainerFactoryProvider"))
        .isEqualTo("org.apache.openwhisk.core.containerpool.wasm.WasmContainerFactoryProvider");
  }

  @Test
  void runtimesJsonDeclaresTheWasmFamilyAndOneForTheActionOfHealth() throws IOException {
    Runtimes runtimes = ManifestReader.read(Files.readAllBytes(ROOT.resolve("runtimes.json")));
    assertThat(runtimes.kinds())
        .containsExactlyInAnyOrder("wasm", "wasm:0.1", "wasm:js", "nodejs:quickjs");
    for (String kind : List.of("wasm:default", "nodejs:default")) {
      assertThat(runtimes.resolve(kind).orElseThrow().image().reference())
          .isEqualTo("wasmwhisk/action-wasm:latest");
    }
  }
}
