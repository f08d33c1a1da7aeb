// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.wasmwhisk.engine.Capabilities;
import io.wasmwhisk.engine.DirectoryGrant;
import io.wasmwhisk.invoker.capability.CapabilityGrants;
import io.wasmwhisk.invoker.capability.Granted;
import io.wasmwhisk.invoker.capability.PolicyReader;
import io.wasmwhisk.invoker.capability.manifest.CapabilityException;
import io.wasmwhisk.invoker.capability.manifest.Manifest;
import io.wasmwhisk.invoker.capability.manifest.ManifestReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any text is a manifest or a CapabilityException; and whatever a manifest asks for, no more is
 * granted than the operator offers, and nothing by a name that leads out of it.
 */
class ManifestFuzzTest {
  private static final Path OFFERED = offered();
  private static final CapabilityGrants GRANTS = grants();

  static Stream<byte[]> seeds() {
    return Stream.of(
            "{}",
            "{\"directories\":[{\"directory\":\"data\",\"guest\":\"/data/in\",\"mode\":\"ro\"}]}",
            "{\"directories\":[{\"directory\":\"%s/../..\",\"mode\":\"rw\"}]}".formatted(OFFERED),
            "{\"directories\":[{\"directory\":\"%s/a/b\",\"mode\":\"rw\"}]}".formatted(OFFERED),
            "{\"directories\":[{\"directory\":\"data\",\"guest\":\"/data/../etc\"}]}",
            "{\"environment\":[\"TOKEN\",\"PATH\"]}",
            "{\"http\":{\"allow\":[\"GET https://*.example.com:443\"],\"get\":\"https://a.b/\"}}",
            "{\"http\":{\"allow\":[\"https://api.example.com\"]},\"environment\":[\"TOKEN\"]}")
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void noMoreIsGrantedThanIsOffered(byte[] text) {
    try {
      Manifest manifest = ManifestReader.read(text);
      requireOffered(GRANTS.grant("guest", Optional.of(manifest), Map.of()));
    } catch (CapabilityException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("the secret");
    }
  }

  private static void requireOffered(Granted granted) {
    assertThat(granted.environment().keySet()).isSubsetOf("TOKEN");
    Capabilities capabilities = granted.capabilities();
    for (DirectoryGrant directory : capabilities.directories()) {
      assertThat(directory.host()).isEqualTo(OFFERED);
      assertThat(List.of(directory.below().split("/"))).doesNotContain("..", ".");
      assertThat(Path.of(directory.guestPath()).normalize()).startsWithRaw(Path.of("/data"));
      assertThat(directory.writable()).isFalse();
    }
  }

  private static Path offered() {
    try {
      Path offered = Files.createTempDirectory("fuzz-offered").toRealPath();
      offered.toFile().deleteOnExit();
      return offered;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CapabilityGrants grants() {
    String policy =
        """
        default {
          directories.data { path = "%s", guest = "/data", mode = ro }
          environment.TOKEN = "the secret"
          http.allow = ["https://api.example.com"]
        }
        """
            .formatted(OFFERED);
    Config defaults =
        ConfigFactory.parseResources("wasmwhisk-reference.conf")
            .getConfig("whisk.wasm.capabilities");
    List<String> problems = new ArrayList<>();
    Config block = ConfigFactory.parseString(policy).withFallback(defaults).resolve();
    CapabilityGrants grants =
        new CapabilityGrants(PolicyReader.read("capabilities", block, problems));
    assertThat(problems).isEmpty();
    return grants;
  }
}
