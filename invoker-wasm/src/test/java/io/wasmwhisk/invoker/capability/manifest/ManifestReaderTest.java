// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.http.HttpRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

  private static Manifest read(String text) throws CapabilityException {
    return ManifestReader.read(text.getBytes(UTF_8));
  }

  @Test
  void everyKey() throws Exception {
    assertThat(
            read(
                """
                {
                  "directories": [
                    {"directory": "datasets"},
                    {"directory": "/srv/shared/x", "guest": "/x", "mode": "rw"}
                  ],
                  "environment": ["API_TOKEN"],
                  "http": {"allow": ["GET https://*.example.com"], "get": "https://a.example.com/"},
                  "snapshot": {"initialize": "prepare", "renew": "seed", "start": "run"},
                  "engine": "endive",
                  "arguments": ["-c", ""]
                }
                """))
        .isEqualTo(
            new Manifest(
                List.of(
                    new DirectoryAsk("datasets", "/datasets", false),
                    new DirectoryAsk("/srv/shared/x", "/x", true)),
                List.of("API_TOKEN"),
                List.of(HttpRule.parse("GET https://*.example.com")),
                Optional.of("https://a.example.com/"),
                Optional.of(
                    new SnapshotAsk(
                        Optional.of("prepare"), Optional.of("seed"), Optional.of("run"))),
                EngineChoice.ENDIVE,
                List.of("-c", "")));
  }

  @Test
  void aSnapshotWithoutNames() throws Exception {
    assertThat(read("{\"snapshot\":{}}").snapshot())
        .contains(new SnapshotAsk(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void anAnnotationAsksForNoSnapshot() {
    assertThatThrownBy(
            () -> ManifestReader.read("annotation a", "{\"snapshot\":{}}".getBytes(UTF_8)))
        .hasMessage(
            "annotation a: it has the unknown key \"snapshot\", expected directories, environment, http.");
  }

  @Test
  void anEngineIsAskedFor() throws Exception {
    assertThat(read("{\"engine\":\"graalwasm\"}").engine()).isEqualTo(EngineChoice.GRAALWASM);
    assertThat(read("{\"engine\":\"auto\"}")).isEqualTo(Manifest.NONE);
  }

  @Test
  void nothingIsAskedFor() throws Exception {
    assertThat(read("{}")).isEqualTo(Manifest.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "[] ~ it is an array, expected an object",
        "1 ~ it is a number, expected an object",
        "{} {} ~ it is followed by an object, expected nothing",
        "{\"dirs\":[]} ~ it has the unknown key \"dirs\", expected arguments, directories, engine, environment, http, snapshot",
        "{\"arguments\":\"-c\"} ~ arguments is a string, expected an array",
        "{\"arguments\":[\"\",1]} ~ arguments[1] is a number, expected a string",
        "{\"arguments\":[\"a\\u0000\"]} ~ arguments[0] contains a zero byte, expected an argument without one",
        "{\"snapshot\":true} ~ snapshot is true or false, expected an object",
        "{\"snapshot\":{\"init\":\"a\"}} ~ snapshot has the unknown key \"init\", expected initialize, renew, start",
        "{\"snapshot\":{\"renew\":1}} ~ snapshot.renew is a number, expected a string",
        "{\"engine\":\"wasmtime\"} ~ engine is \"wasmtime\", expected auto or graalwasm or endive",
        "{\"engine\":1} ~ engine is a number, expected a string",
        "{\"http\":{},\"http\":{}} ~ it has the key \"http\" twice, expected it once",
        "{\"http\":[]} ~ http is an array, expected an object",
        "{\"http\":{\"deny\":[]}} ~ http has the unknown key \"deny\", expected allow, get",
        "{\"http\":{\"allow\":\"*\"}} ~ http.allow is a string, expected an array",
        "{\"http\":{\"allow\":[\"*\",7]}} ~ http.allow[1] is a number, expected a string",
        "{\"http\":{\"allow\":[\"x/\"]}} ~ http.allow[0] \"x/\" is no rule: expected [METHOD[,METHOD...] ][http://|https://]HOST[:PORT]",
        "{\"http\":{\"get\":\"ftp://x\"}} ~ http.get is no URL of http or https, expected one without user and password",
        "{\"http\":{\"get\":\"http://u:p@x\"}} ~ http.get is no URL of http or https, expected one without user and password",
        "{\"environment\":[\"a-b\"]} ~ environment[0] is \"a-b\", expected a variable's name of letters, digits and _, at most 128, not beginning with __OW_",
        "{\"environment\":[\"__OW_API_KEY\"]} ~ environment[0] is \"__OW_API_KEY\", expected a variable's name of letters, digits and _, at most 128, not beginning with __OW_",
        "{\"environment\":null} ~ environment is null, expected an array",
        "{\"directories\":[{}]} ~ directories[0] has no key \"directory\", expected a name of the operator's, or a host path",
        "{\"directories\":[\"x\"]} ~ directories[0] is a string, expected an object",
        "{\"directories\":[{\"directory\":\"x\",\"mode\":\"w\"}]} ~ directories[0].mode is \"w\", expected ro or rw",
        "{\"directories\":[{\"directory\":\"/a/../b\"}]} ~ directories[0] directory is \"/a/../b\", expected a name or an absolute path without . and ..",
        "{\"directories\":[{\"directory\":\"a/b\"}]} ~ directories[0] directory is \"a/b\", expected a name or an absolute path without . and ..",
        "{\"directories\":[{\"directory\":\"x\",\"guest\":\"/\"}]} ~ directories[0] guest is \"/\", expected an absolute path below / without . and ..",
        "{\"directories\":[{\"directory\":\"x\",\"guest\":\"y\"}]} ~ directories[0] guest is \"y\", expected an absolute path below / without . and ..",
        "{\"directories\":[{\"directory\":\"x\"},{\"directory\":\"/x\"}]} ~ directories has two directories as \"/x\", expected a guest path for each",
      })
  void whatIsRefused(String text, String problem) {
    assertThatThrownBy(() -> read(text)).hasMessage("wasmwhisk.json: " + problem + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "nope", "{\"http\" {}}", "{\"http\":{},}", "{\0}"})
  void whatIsNoJson(String text) {
    assertThatThrownBy(() -> read(text))
        .hasMessageStartingWith("wasmwhisk.json is no JSON at line ")
        .hasMessageEndingWith(
            ": expected an object of at most 8 levels and strings of at most 8192 characters.");
  }

  @Test
  void levelsPastTheLimit() {
    assertThatThrownBy(() -> read("[".repeat(9)))
        .hasMessageContaining("it is an array, expected an object");
    assertThatThrownBy(() -> read("{\"http\":{\"allow\":" + "[".repeat(10_000)))
        .hasMessageContaining("http.allow[0] is an array, expected a string");
  }

  @Test
  void rulesAtTheirLimitAndOnePast() throws Exception {
    assertThat(read(rules(64)).http()).hasSize(64);
    assertThatThrownBy(() -> read(rules(65)))
        .hasMessage("wasmwhisk.json: http.allow has more than 64 elements, expected at most 64.");
  }

  private static String rules(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"h" + i + ".example.com\"")
        .collect(Collectors.joining(",", "{\"http\":{\"allow\":[", "]}}"));
  }

  @Test
  void bytesAtTheirLimitAndOnePast() throws Exception {
    assertThat(read("{}" + " ".repeat((64 << 10) - 2))).isEqualTo(Manifest.NONE);
    assertThatThrownBy(() -> read("{}" + " ".repeat((64 << 10) - 1)))
        .hasMessage("wasmwhisk.json has 65537 bytes, expected at most 65536.");
  }
}
