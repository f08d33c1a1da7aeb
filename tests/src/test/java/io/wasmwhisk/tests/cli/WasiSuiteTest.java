// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.tests.cli.Tool.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The wasi-testsuite on both engines. It is not part of this repository: {@code -Dwasi.testsuite}
 * names a checkout (docs/testing.md).
 */
@EnabledIfSystemProperty(
    named = WasiSuiteTest.PROPERTY,
    matches = ".+",
    disabledReason =
        "-D"
            + WasiSuiteTest.PROPERTY
            + "=DIR names a checkout of WebAssembly/wasi-testsuite at "
            + WasiSuiteTest.COMMIT)
class WasiSuiteTest {
  static final String PROPERTY = "wasi.testsuite";

  /** Of the branch prod/testsuite-base, which has the tests built. */
  static final String COMMIT = "9f80ca35444cfd9e63100725615140a346652e6c";

  @ParameterizedTest
  @ValueSource(strings = {"graalwasm", "endive"})
  void everyTestPasses(String engine) throws Exception {
    Path checkout = Path.of(System.getProperty(PROPERTY, ""));
    assertThat(commit(checkout)).as("the commit of %s", checkout).isEqualTo(COMMIT);

    Ended ended = Tool.wasmwhisk().run("conformance", checkout.toString(), "--engine", engine);

    assertThat(ended.out()).contains("72 of 72 passed, 0 failed, 0 skipped;");
    assertThat(ended.code()).isZero();
  }

  private static String commit(Path checkout) throws Exception {
    return Tool.of("git", "-C", checkout.toString(), "rev-parse", "HEAD").run().out().strip();
  }
}
