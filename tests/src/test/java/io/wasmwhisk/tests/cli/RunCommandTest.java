// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.wabt.Wat2Wasm;
import io.wasmwhisk.tests.cli.Tool.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./wasmwhisk run}: what is printed, and the exit code of each end. */
class RunCommandTest {
  private static final String MIRROR_LINES = "mirror: a line on stdout\nmirror: a line on stderr\n";

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"c/hello.wasm", "rust/hello.wasm"})
  void aResultGoesToStdoutAndLogsToStderr(String guest) throws Exception {
    Ended ended = run(Repository.guest(guest), "-p", "name", "Wörld ☃");

    assertThat(ended.out()).isEqualTo("{\n    \"greeting\": \"Hello, Wörld ☃!\"\n}\n");
    assertThat(ended.err().lines())
        .containsExactlyInAnyOrder(
            "hello: greeting \"Wörld ☃\"", "hello: this line goes to stderr");
    assertThat(ended.code()).isZero();
  }

  @Test
  void parametersReachTheGuestAsTheyWereWritten() throws Exception {
    Path file = Files.writeString(directory.resolve("p.json"), "{\"a\": 1e400, \"b\": \"file\"}");

    Ended ended =
        mirror(
            "--raw", "-P", file.toString(), "-p", "b", "0.10", "-p", "c", "x y", "-p", "d", "[1]");

    assertThat(ended.out())
        .isEqualTo("{\"params\":{\"a\":1e400,\"b\":0.10,\"c\":\"x y\",\"d\":[1]}}\n");
    assertThat(ended.err()).isEqualTo(MIRROR_LINES);
    assertThat(ended.code()).isZero();
  }

  @Test
  void theEnvironmentIsThatOfAnActivation() throws Exception {
    Ended ended =
        run(Repository.guest("c/echo-env.wasm"), "--raw", "--env", "MINE=a=b", "-e", "EMPTY=");

    assertThat(ended.out())
        .contains("\"MINE\":\"a=b\"")
        .contains("\"EMPTY\":\"\"")
        .contains("\"__OW_NAMESPACE\":\"guest\"")
        .contains("\"__OW_ACTION_NAME\":\"/guest/echo-env\"")
        .contains("\"__OW_ACTION_VERSION\":\"0.0.1\"")
        .containsPattern("\"__OW_ACTIVATION_ID\":\"[0-9a-f]{32}\"")
        .containsPattern("\"__OW_DEADLINE\":\"[0-9]{13}\"")
        .doesNotContain("PATH");
    assertThat(ended.code()).isZero();
  }

  @Test
  void anApplicationErrorIsAResultWithCode1() throws Exception {
    Ended ended = run(Repository.guest("c/add.wasm"), "-p", "param1", "3");

    assertThat(ended)
        .isEqualTo(new Ended(1, "{\n    \"error\": \"Expected param2 to be present\"\n}\n", ""));
  }

  @Test
  void aTrapIs10() throws Exception {
    assertThat(mirror("-p", "trap", "true"))
        .isEqualTo(
            new Ended(10, "", MIRROR_LINES + "wasmwhisk: The guest trapped: unreachable.\n"));
  }

  @Test
  void aTimeOutIs11() throws Exception {
    assertThat(mirror("-p", "loop", "true", "--timeout", "1s"))
        .isEqualTo(
            new Ended(
                11,
                "",
                MIRROR_LINES
                    + "wasmwhisk: The guest exceeded its time limit of 1000 milliseconds. More is"
                    + " given by --timeout.\n"));
  }

  @Test
  void exhaustedMemoryIs12() throws Exception {
    Path grower =
        module(
            """
            (module
              (memory (export "memory") 1)
              (func (export "_start")
                (if (i32.eq (memory.grow (i32.const 1024)) (i32.const -1)) (then unreachable))))
            """);

    assertThat(run(grower, "--memory", "64m"))
        .isEqualTo(
            new Ended(
                12,
                "",
                "wasmwhisk: The guest exhausted its memory limit of 64 MiB. More is given by"
                    + " --memory.\n"));
  }

  @Test
  void aGuestMaySayItselfThatItsMemoryIsExhausted() throws Exception {
    Ended ended = mirror("--raw", "-p", "allocateMb", "100", "--memory", "64m");

    assertThat(ended.out())
        .startsWith("{\"error\":\"Could not allocate 100 MiB: out of memory after ");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void noJsonIs13() throws Exception {
    assertThat(mirror("-p", "raw", "not json"))
        .isEqualTo(
            new Ended(
                13,
                "",
                MIRROR_LINES
                    + "not json\n"
                    + "wasmwhisk: The last line of stdout must be a JSON object or array, but it is"
                    + " not valid JSON: \"not json\".\n"));
  }

  @Test
  void anExitCodeOtherThanZeroIs14() throws Exception {
    assertThat(mirror("-p", "exit", "3"))
        .isEqualTo(
            new Ended(14, "", MIRROR_LINES + "wasmwhisk: The guest ended with exit code 3.\n"));
  }

  @Test
  void aResultThatIsTooLargeIs15() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("p.json"), "{\"a\":\"%s\"}".formatted("x".repeat(1 << 20)));

    assertThat(mirror("-P", file.toString()))
        .isEqualTo(
            new Ended(
                15,
                "",
                MIRROR_LINES
                    + "wasmwhisk: The result of 1048595 bytes exceeds the limit of 1048576 bytes.\n"));
  }

  @Test
  void aMissingEntryPointIs16() throws Exception {
    Ended ended = run(module("(module (memory (export \"memory\") 1) (func (export \"go\")))"));

    assertThat(ended.err())
        .isEqualTo(
            "wasmwhisk: The module has no entry point: an action exports the function \"_start\""
                + " (build a WASI command), but this module exports the functions go.\n");
    assertThat(ended.code()).isEqualTo(16);
  }

  @Test
  void aFileThatIsNoModuleIs17() throws Exception {
    Path file = Files.writeString(directory.resolve("no.wasm"), "text\n");

    assertThat(run(file))
        .isEqualTo(
            new Ended(
                17,
                "",
                "wasmwhisk: The action's code begins with \"text.\" (74 65 78 74 0a); a WebAssembly"
                    + " module in binary form was expected. Deploy a .wasm file built for"
                    + " wasm32-wasip1, or a zip that contains one.\n"));
  }

  @Test
  void aFileThatIsNotThereIs18() throws Exception {
    Path file = directory.resolve("absent.wasm");

    assertThat(run(file))
        .isEqualTo(
            new Ended(18, "", "wasmwhisk: " + file + " cannot be read: there is no such file.\n"));
  }

  @Test
  void wrongUsageIs2() throws Exception {
    assertThat(mirror("--timeout", "1h"))
        .isEqualTo(
            new Ended(
                2,
                "",
                "wasmwhisk: Invalid value for option '--timeout': '1h' is no duration: write a"
                    + " whole number and ms, s or m, as in 500ms or 5s\n"
                    + "See: wasmwhisk run --help\n"));
  }

  @Test
  void aZipWithOneModuleRuns() throws Exception {
    Path zip = directory.resolve("hello.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("any/name.wasm"));
      Files.copy(Repository.guest("c/hello.wasm"), out);
    }

    Ended ended = run(zip, "--raw");

    assertThat(ended.out()).isEqualTo("{\"greeting\":\"Hello, stranger!\"}\n");
    assertThat(ended.code()).isZero();
  }

  @Test
  void aZipsManifestGivesArguments() throws Exception {
    Path zip = directory.resolve("arguments.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("main.wasm"));
      Files.copy(Repository.guest("c/echo-env.wasm"), out);
      out.putNextEntry(new ZipEntry("wasmwhisk.json"));
      out.write("{\"arguments\":[\"-c\",\"x y\"]}".getBytes(UTF_8));
    }

    Ended ended = run(zip, "--raw", "-p", "a", "1");

    assertThat(ended.out()).endsWith(",\"args\":[\"action\",\"-c\",\"x y\",\"{\\\"a\\\":1}\"]}\n");
    assertThat(ended.code()).isZero();
  }

  @Test
  void javaScriptRuns() throws Exception {
    Path script =
        script(
            """
            function main(params) {
              console.log('hello', params);
              return { greeting: 'Hello, ' + params.name + '!' };
            }
            """);

    assertThat(run(script, "--raw", "-p", "name", "Wörld ☃"))
        .isEqualTo(
            new Ended(0, "{\"greeting\":\"Hello, Wörld ☃!\"}\n", "hello { name: 'Wörld ☃' }\n"));
  }

  @Test
  void anExceptionInJavaScriptIs14() throws Exception {
    Path script =
        script(
            """
            function main(params) {
              throw new Error('wrong: ' + params.n);
            }
            """);

    assertThat(run(script, "-p", "n", "5"))
        .isEqualTo(
            new Ended(
                14,
                "",
                "Error: wrong: 5\n"
                    + "    at main (action.js:2:31)\n"
                    + "wasmwhisk: The guest ended with exit code 1 and the error"
                    + " {\"error\":\"An error has occurred: Error: wrong: 5\"}.\n"));
  }

  private Path script(String text) throws IOException {
    return Files.writeString(directory.resolve("hello.js"), text);
  }

  private Path module(String wat) throws IOException {
    return Files.write(directory.resolve("module.wasm"), Wat2Wasm.parse(wat));
  }

  private static Ended mirror(String... arguments) throws Exception {
    return run(Repository.guest("c/mirror.wasm"), arguments);
  }

  private static Ended run(Path file, String... arguments) throws Exception {
    return Tool.wasmwhisk().and("run", file.toString()).run(arguments);
  }
}
