// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.openwhisk.ScalaValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.openwhisk.common.RecordedLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.collection.immutable.Map;

class WhiskConfigTest {
  private final RecordedLog log = new RecordedLog();

  @ParameterizedTest
  @CsvSource({
    "https, 443, h, https://h",
    "https, 8443, h, https://h:8443",
    "http, 80, h, http://h",
    "HTTP, 80, H, http://h",
    "http, 3233, localhost, http://localhost:3233",
    "http, '', h, ''",
    "http, 80, a b, ''",
    "http, x, h, ''",
    "'', '', h, ''",
  })
  void theAddressOfTheApiIsNormalised(String protocol, String port, String host, String url) {
    Map<String, String> properties = map("whisk.api.host.proto", protocol);
    properties = ScalaValues.with(properties, "whisk.api.host.port", port);
    properties = ScalaValues.with(properties, "whisk.api.host.name", host);
    assertThat(config(properties, ScalaValues.map()).wskApiHost()).isEqualTo(url);
  }

  @Test
  void theEnvironmentReplacesDefaults() {
    WhiskConfig config = config(map("port", "1"), map("PORT", " 8085 "));
    assertThat(config.servicePort()).isEqualTo("8085");
    assertThat(config.getAsInt("port", 3)).isEqualTo(8085);
    assertThat(log.lines())
        .first()
        .isEqualTo("3 #tid_sid_unknown Config: environment set value for port");
  }

  @Test
  void systemPropertiesReplaceDefaultsOnly() {
    System.setProperty("whisk-config.port", "2");
    try {
      assertThat(config(map("port", "1"), ScalaValues.map()).servicePort()).isEqualTo("2");
      assertThat(config(map("port", "1"), map("PORT", "3")).servicePort()).isEqualTo("3");
    } finally {
      System.clearProperty("whisk-config.port");
    }
  }

  @Test
  void whatWasNotAskedForIsEmpty() {
    WhiskConfig config = config(ScalaValues.map(), map("PORT", "3"));
    assertThat(config.servicePort()).isEmpty();
    assertThat(config.edgeHost()).isEqualTo(":");
    assertThat(config.controllerBlackboxFraction()).isEqualTo(0.1);
    assertThat(config.getAsBoolean("port", true)).isTrue();
    assertThat(config.isValid()).isTrue();
  }

  @Test
  void aRequiredPropertyWithoutAValueIsNamed() {
    assertThat(config(map("a.b", null), ScalaValues.map()).isValid()).isFalse();
    assertThat(log.lines())
        .containsExactly("1 #tid_sid_unknown Config: required property a.b still not set");
  }

  @Test
  void aFileReplacesEverything(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("whisk.properties");
    Files.writeString(file, "port = 9\n\nedge.host=\nother=1\nmain.docker.endpoint=a=b\n");
    Map<String, String> required =
        ScalaValues.with(map("port", "1"), "main.docker.endpoint", "default");
    WhiskConfig config =
        new WhiskConfig(
            required,
            ScalaValues.set(List.of("edge.host", "docker.port")),
            file.toFile(),
            map("PORT", "2"),
            log);
    assertThat(config.servicePort()).isEqualTo("9");
    assertThat(config.edgeHostName()).isEmpty();
    assertThat(config.dockerEndpoint()).isEmpty();
    assertThat(config.getProperty("other")).isEmpty();
  }

  private WhiskConfig config(Map<String, String> properties, Map<String, String> env) {
    return new WhiskConfig(properties, ScalaValues.set(List.of()), null, env, log);
  }

  private static Map<String, String> map(String key, @Nullable String value) {
    return ScalaValues.with(ScalaValues.<String, String>map(), key, value);
  }
}
