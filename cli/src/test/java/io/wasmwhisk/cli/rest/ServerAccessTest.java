// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAccessTest {
  @TempDir private Path directory = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("wskprops");
  }

  @Test
  void whereNothingIsSetItIsTheLocalServer() throws IOException {
    assertThat(find(Map.of()))
        .isEqualTo(new ServerAccess(URI.create("http://127.0.0.1:3233"), ServerAccess.GUEST_KEY));
  }

  @Test
  void thePropertiesFileIsRead() throws IOException {
    write("# ours", "APIHOST=whisk.example/", "", "AUTH = u:secret=with=equals");

    assertThat(find(Map.of()))
        .isEqualTo(new ServerAccess(URI.create("https://whisk.example"), "u:secret=with=equals"));
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    write("APIHOST=a.example", "AUTH=file:key");

    assertThat(find(Map.of("__OW_API_HOST", "http://b.example:1", "__OW_API_KEY", "action:key")))
        .isEqualTo(new ServerAccess(URI.create("http://b.example:1"), "action:key"));
    assertThat(find(Map.of("__OW_API_HOST", "b", "WHISK_APIHOST", "c.example", "WHISK_AUTH", "k")))
        .isEqualTo(new ServerAccess(URI.create("https://c.example"), "k"));
  }

  @Test
  void theOptionsWinOverAll() throws IOException {
    write("APIHOST=a.example", "AUTH=file:key");

    assertThat(
            ServerAccess.find(
                Optional.of("http://o.example"),
                Optional.of("option:key"),
                Map.of("WHISK_APIHOST", "c", "WHISK_AUTH", "k"),
                WskProperties.read(file)))
        .isEqualTo(new ServerAccess(URI.create("http://o.example"), "option:key"));
  }

  @Test
  void theGuestKeyGoesToLocalServersOnly() throws IOException {
    assertThat(find(Map.of("WHISK_APIHOST", "http://localhost:8080")).key())
        .isEqualTo(ServerAccess.GUEST_KEY);
    assertThatThrownBy(() -> find(Map.of("WHISK_APIHOST", "a.example")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no key for https://a.example: give --auth, WHISK_AUTH, or AUTH in " + file);
  }

  @Test
  void aHostWithoutANameIsRefused() {
    assertThatThrownBy(() -> find(Map.of("WHISK_APIHOST", "http://:80", "WHISK_AUTH", "k")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the API host http://:80 has no name: write for instance http://127.0.0.1:3233");
  }

  @Test
  void theFileIsInTheHomeDirectoryUnlessItIsNamed() {
    assertThat(WskProperties.location(Map.of(), "/home/me"))
        .isEqualTo(Path.of("/home/me/.wskprops"));
    assertThat(WskProperties.location(Map.of("WSK_CONFIG_FILE", "/x/y"), "/home/me"))
        .isEqualTo(Path.of("/x/y"));
  }

  private ServerAccess find(Map<String, String> environment) throws IOException {
    return ServerAccess.find(
        Optional.empty(), Optional.empty(), environment, WskProperties.read(file));
  }

  private void write(String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines));
  }
}
