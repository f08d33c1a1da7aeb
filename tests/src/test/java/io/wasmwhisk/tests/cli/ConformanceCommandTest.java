// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.tests.cli.Tool.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./wasmwhisk conformance}, on suites laid out as WebAssembly/wasi-testsuite is. */
class ConformanceCommandTest {
  private static final String OTHERS = "1 tests for other versions of WASI were left out\n";

  @TempDir private Path suite = Path.of("");
  private Path tests = Path.of("");

  @BeforeEach
  void aSuite() throws Exception {
    tests = Files.createDirectories(suite.resolve("c/testsuite/wasm32-wasip1"));
    Files.writeString(tests.resolve("manifest.json"), "{\"name\": \"ours\"}");
    Path later = Files.createDirectories(suite.resolve("later"));
    Files.writeString(later.resolve("manifest.json"), "{\"version\": \"wasm32-wasip3\"}");
    Files.writeString(later.resolve("component.wasm"), "");
  }

  private void test(String name, String guest, String specification) throws IOException {
    Files.copy(Repository.guest(guest), tests.resolve(name + ".wasm"));
    Files.writeString(tests.resolve(name + ".json"), specification);
  }

  private Ended conformance(String... options) throws Exception {
    return Tool.wasmwhisk().and("conformance", suite.toString()).run(options);
  }

  @ParameterizedTest
  @ValueSource(strings = {"graalwasm", "endive"})
  void bothFormsOfSpecificationsAreMet(String engine) throws Exception {
    test(
        "fields",
        "c/echo-env.wasm",
        """
        {"args": ["a b"], "env": {"K": "v"},
         "stdout": "{\\"env\\":{\\"K\\":\\"v\\"},\\"args\\":[\\"fields.wasm\\",\\"a b\\"]}\\n"}
        """);
    test(
        "operations",
        "c/mirror.wasm",
        """
        {"operations": [
          {"type": "run"},
          {"type": "write", "id": "stdin", "payload": "{\\"exit\\":3}"},
          {"type": "read", "payload": "mirror: "},
          {"type": "read", "id": "stderr", "payload": "mirror: a line"},
          {"type": "wait", "exit_code": 3}]}
        """);

    assertThat(conformance("--engine", engine))
        .isEqualTo(
            new Ended(
                0,
                """
                passed   c/testsuite/wasm32-wasip1/fields
                passed   c/testsuite/wasm32-wasip1/operations

                2 of 2 passed, 0 failed, 0 skipped;\s"""
                    + OTHERS,
                ""));
  }

  @Test
  void aFailureHasItsReasons() throws Exception {
    test("fails", "c/mirror.wasm", "{\"exit_code\": 5, \"stdout\": \"never\"}");
    test("server", "c/mirror.wasm", "{\"operations\": [{\"type\": \"connect\"}]}");

    assertThat(conformance())
        .isEqualTo(
            new Ended(
                1,
                """
                FAILED   c/testsuite/wasm32-wasip1/fails
                skipped  c/testsuite/wasm32-wasip1/server

                c/testsuite/wasm32-wasip1/fails
                  expected exit code 5; The guest ended with exit code 0.
                  expected on stdout: "never"; found: "mirror: a line on stdout
                  {"params":{}}
                  "
                  stderr: mirror: a line on stderr
                c/testsuite/wasm32-wasip1/server: needs the operation connect
                0 of 2 passed, 1 failed, 1 skipped;\s"""
                    + OTHERS,
                ""));
  }

  @Test
  void aDirectoryWithoutTestsIsNoSuite() throws Exception {
    assertThat(conformance())
        .isEqualTo(
            new Ended(
                18,
                "",
                "wasmwhisk: "
                    + suite
                    + " holds no built tests of preview 1: directories with a manifest.json and"
                    + " .wasm files, as on the suite's branch prod/testsuite-base.\n"));
  }
}
