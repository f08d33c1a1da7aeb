// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.tests.cli.Tool.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./wasmwhisk wasi}: a guest as a process like any other. */
class WasiCommandTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void theGuestHasTheStreamsOfTheProcess() throws Exception {
    assertThat(wasi("c/hello.wasm").runWithInput("{\"name\":\"stdin\"}"))
        .isEqualTo(
            new Ended(
                0,
                "hello: greeting \"stdin\"\n{\"greeting\":\"Hello, stdin!\"}\n",
                "hello: this line goes to stderr\n"));
  }

  @Test
  void itSeesItsArgumentsAndTheVariablesGivenAndNoOthers() throws Exception {
    Ended ended =
        wasi("c/echo-env.wasm").and("--env", "B=2", "-e", "A=1", "--").run("one", "--two", "3 4");

    assertThat(ended.out())
        .isEqualTo(
            "{\"env\":{\"B\":\"2\",\"A\":\"1\"},"
                + "\"args\":[\"echo-env.wasm\",\"one\",\"--two\",\"3 4\"]}\n");
    assertThat(ended.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 77, 255})
  void itsExitCodeIsTheProcesss(int code) throws Exception {
    Ended ended = wasi("c/mirror.wasm").runWithInput("{\"exit\":%d}".formatted(code));

    assertThat(ended.err()).isEqualTo("mirror: a line on stderr\n");
    assertThat(ended.code()).isEqualTo(code);
  }

  @Test
  void aTrapIs134() throws Exception {
    assertThat(wasi("c/mirror.wasm").runWithInput("{\"trap\":true}"))
        .isEqualTo(
            new Ended(
                134,
                "mirror: a line on stdout\n",
                "mirror: a line on stderr\nwasmwhisk: The guest trapped: unreachable.\n"));
  }

  @Test
  void aTimeOutIs124() throws Exception {
    assertThat(wasi("c/mirror.wasm").and("--timeout", "500ms").runWithInput("{\"loop\":true}"))
        .isEqualTo(
            new Ended(
                124,
                "mirror: a line on stdout\n",
                "mirror: a line on stderr\n"
                    + "wasmwhisk: The guest exceeded its time limit of 500 milliseconds.\n"));
  }

  @Test
  void aFileThatIsNoModuleIs126() throws Exception {
    Path file = Files.writeString(directory.resolve("no.wasm"), "text\n");

    assertThat(Tool.wasmwhisk().run("wasi", file.toString()).code()).isEqualTo(126);
  }

  @Test
  void aFileThatIsNotThereIs127() throws Exception {
    Path file = directory.resolve("absent.wasm");

    assertThat(Tool.wasmwhisk().run("wasi", file.toString()))
        .isEqualTo(
            new Ended(127, "", "wasmwhisk: " + file + " cannot be read: there is no such file.\n"));
  }

  @Test
  void aDirectoryThatIsNotThereIsWrongUsage() throws Exception {
    Path absent = directory.resolve("absent");

    assertThat(wasi("c/hello.wasm").run("--dir", "/data=" + absent))
        .isEqualTo(
            new Ended(
                2,
                "",
                "wasmwhisk: --dir /data=%s: %s is no directory.\n".formatted(absent, absent)));
  }

  private static Tool wasi(String guest) {
    return Tool.wasmwhisk().and("wasi", Repository.guest(guest).toString());
  }
}
