// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.runtimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimesTest {

  @Test
  void aFamilysDefaultIsItsMarkedRuntimeOrItsOnlyOne() {
    Runtimes runtimes =
        read(
            "{\"wasm\":[{\"kind\":\"wasm:1\",\"image\":{\"name\":\"i\"}},"
                + "{\"kind\":\"wasm:2\",\"default\":true,\"image\":{\"name\":\"i\"}}],"
                + "\"other\":[{\"kind\":\"other:1\",\"image\":{\"name\":\"i\"}}]}");
    assertThat(runtimes.resolve("wasm:default").map(RuntimeKind::kind)).contains("wasm:2");
    assertThat(runtimes.resolve("other:default").map(RuntimeKind::kind)).contains("other:1");
    assertThat(runtimes.resolve("wasm")).isEmpty();
    assertThat(runtimes.kinds()).containsExactly("other:1", "wasm:1", "wasm:2");
  }

  @Test
  void aFamilyWithoutDefaultIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"wasm\":[{\"kind\":\"wasm:1\",\"image\":{\"name\":\"i\"}},"
                        + "{\"kind\":\"wasm:2\",\"image\":{\"name\":\"i\"}}]}"))
        .hasMessage(
            "the family 'wasm' has 2 runtimes and 0 defaults; exactly one must say \"default\":"
                + " true");
  }

  @Test
  void aKindDeclaredTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"a\":[{\"kind\":\"k\",\"image\":{\"name\":\"i\"}}],"
                        + "\"b\":[{\"kind\":\"k\",\"image\":{\"name\":\"i\"}}]}"))
        .hasMessage("the kind 'k' is declared twice");
  }

  @Test
  void aRuntimeNeedsKindAndImage() {
    assertThatThrownBy(() -> read("{\"a\":[{\"image\":{\"name\":\"i\"}}]}"))
        .hasMessage("a runtime needs a 'kind'");
    assertThatThrownBy(() -> read("{\"a\":[{\"kind\":\"k\"}]}"))
        .hasMessage("a runtime needs an 'image'");
    assertThatThrownBy(() -> read("{\"a\":{}}"))
        .hasMessage("'runtimes.a' must be an array of runtimes");
  }

  @ParameterizedTest
  @CsvSource({
    "name,,,",
    "wasmwhisk/action-wasm:latest,,wasmwhisk,latest",
    "reg.example:5000/a/b/name:1.2,reg.example:5000,a/b,1.2",
    "localhost:1/name,localhost:1,,",
  })
  void anImagesPartsAreTold(String reference, String registry, String prefix, String tag) {
    ImageName image = ImageName.parse(reference).orElseThrow();
    assertThat(image.registry().orElse(null)).isEqualTo(registry);
    assertThat(image.prefix().orElse(null)).isEqualTo(prefix);
    assertThat(image.tag().orElse(null)).isEqualTo(tag);
    assertThat(image.reference()).isEqualTo(reference);
  }

  @ParameterizedTest
  @CsvSource({"UPPER", "''", "a//b", "name:", "name:-x", "na me"})
  void whatIsNoReferenceIsNoImage(String reference) {
    assertThat(ImageName.parse(reference)).isEmpty();
  }

  private static Runtimes read(String families) {
    String manifest = "{\"runtimes\":" + families + "}";
    return ManifestReader.read(manifest.getBytes(StandardCharsets.UTF_8));
  }
}
