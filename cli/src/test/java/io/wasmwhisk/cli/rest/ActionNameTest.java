// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionNameTest {
  @ParameterizedTest
  @CsvSource({
    "hello, /api/v1/namespaces/_/actions/hello",
    "tools/hello, /api/v1/namespaces/_/actions/tools/hello",
    "/guest/hello, /api/v1/namespaces/guest/actions/hello",
    "/guest/tools/hello, /api/v1/namespaces/guest/actions/tools/hello",
    "a b@c, /api/v1/namespaces/_/actions/a%20b%40c",
  })
  void namesBecomePaths(String name, String path) {
    assertThat(ActionName.parse(name).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/guest", "a/b/c", "/a/b/c/d", "a/", "/a//b", " "})
  void otherFormsAreRefused(String name) {
    assertThatThrownBy(() -> ActionName.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'"
                + name
                + "' is no name of an action: write NAME, PACKAGE/NAME or /NAMESPACE[/PACKAGE]/NAME");
  }
}
