// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnImagesTest {

  /** Columns: setting, then the image's registry, prefix, name, tag. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          wasmwhisk/action-wasm,      '',                     wasmwhisk,           action-wasm,   ''
          wasmwhisk/action-wasm,      '',                     wasmwhisk,           action-wasm,   latest
          wasmwhisk/action-wasm,      '',                     wasmwhisk,           action-wasm,   1.2
          wasmwhisk/action-wasm,      registry.example.com,   wasmwhisk,           action-wasm,   ''
          wasmwhisk/action-wasm,      registry.example.com/,  wasmwhisk,           action-wasm,   ''
          wasmwhisk/action-wasm,      localhost:5000/mirror/, wasmwhisk,           action-wasm,   ''
          wasmwhisk/action-wasm,      '',                     localhost/wasmwhisk, action-wasm,   latest
          wasmwhisk/action-wasm,      '',                     '',                  wasmwhisk/action-wasm, ''
          wasmwhisk/action-wasm,      '',                     '',                  r.io:443/wasmwhisk/action-wasm:7, ''
          wasmwhisk/action-wasm,      '',                     wasmwhisk,           action-wasm,   latest@sha256:0f
          wasmwhisk/action-wasm:latest, '',                   wasmwhisk,           action-wasm,   ''
          wasmwhisk/action-wasm:2,    '',                     wasmwhisk,           action-wasm,   2
          R.example.com/wasm,         r.Example.com,          '',                  wasm,          ''
          localhost:5000/a/b/c,       localhost:5000,         a/b,                 c,             9
          localhost:5000/a/b/c,       localhost:5000/a,       b,                   c,             9
          localhost/wasm,             '',                     localhost,           wasm,          ''
          """)
  void covered(String setting, String registry, String prefix, String name, String tag) {
    assertThat(OwnImages.parse(List.of("other", setting)).cover(image(registry, prefix, name, tag)))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          wasmwhisk/action-wasm,      '',                     openwhisk,           action-wasm,   ''
          wasmwhisk/action-wasm,      '',                     wasmwhisk,           action-wasm2,  ''
          wasmwhisk/action-wasm,      '',                     '',                  action-wasm,   ''
          wasmwhisk/action-wasm,      '',                     a/wasmwhisk,         action-wasm,   ''
          wasmwhisk/action-wasm,      '',                     Wasmwhisk,           action-wasm,   ''
          wasmwhisk/action-wasm:latest, '',                   wasmwhisk,           action-wasm,   1
          wasmwhisk/action-wasm:2,    '',                     wasmwhisk,           action-wasm,   ''
          r.example.com/wasm,         '',                     '',                  wasm,          ''
          r.example.com/wasm,         q.example.com,          '',                  wasm,          ''
          r.example.com:1/wasm,       r.example.com:2,        '',                  wasm,          ''
          action-wasm,                '',                     wasmwhisk,           action-wasm,   ''
          """)
  void notCovered(String setting, String registry, String prefix, String name, String tag) {
    assertThat(OwnImages.parse(List.of("other", setting)).cover(image(registry, prefix, name, tag)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", "A", "a:", "a@sha256:00", "/a", "a/", "a//b", "r.io/A", "a:b:c"})
  void noImage(String text) {
    assertThatThrownBy(() -> OwnImages.parse(List.of(text)))
        .hasMessage(
            "\"%s\" is no image; [registry/]path[:tag] is expected, the path in lower case"
                .formatted(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", ":", "@", "a\nb:c", "a/b/"})
  void anyImageOfAManifestHasAReference(String name) {
    assertThat(OwnImages.parse(List.of("a")).cover(image("", "", name, ""))).isFalse();
  }

  @Test
  void areWrittenAsTheyAreSet() {
    assertThat(OwnImages.parse(List.of("r.io:5/a/b:1", "c"))).hasToString("r.io:5/a/b:1, c");
  }

  private static ImageReference image(String registry, String prefix, String name, String tag) {
    return ImageReference.of(part(registry), part(prefix), name, part(tag));
  }

  private static Optional<String> part(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
