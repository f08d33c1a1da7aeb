// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.tests.cli.Tool.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./wasmwhisk} itself: where it is started from, and with which Java. */
class LauncherTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void itWorksFromAnywhereThroughSymbolicLinksAndWithSpaces() throws Exception {
    Path elsewhere = Files.createDirectory(directory.resolve("with spaces"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("first"), Repository.launcher());
    Files.createSymbolicLink(elsewhere.resolve("second link"), link.getFileName());
    Files.copy(Repository.guest("c/hello.wasm"), elsewhere.resolve("my guest.wasm"));

    Ended ended =
        onThisJdk(Tool.of(elsewhere.resolve("second link").toString()))
            .in(elsewhere)
            .run("run", "my guest.wasm", "--raw", "-p", "name", "a  b*");

    assertThat(ended.out()).isEqualTo("{\"greeting\":\"Hello, a  b*!\"}\n");
    assertThat(ended.code()).isZero();
  }

  @Test
  void moreOptionsForTheJvmArePassedOn() throws Exception {
    Ended ended =
        Tool.wasmwhisk()
            .with("WASMWHISK_JAVA_OPTS", "-Dwasmwhisk.home=/nowhere -XX:+PrintFlagsFinal")
            .run("--version");

    assertThat(ended.out()).contains("UseSerialGC").contains("wasmwhisk 0.1.0");
    assertThat(ended.code()).isZero();
  }

  @Test
  void aJdkOfAnotherVersionIsRefusedByItsVersion() throws Exception {
    Path jdk = fakeJdk("jdk-21", "21.0.4");

    assertThat(Tool.wasmwhisk().with("WASMWHISK_JAVA_HOME", jdk.toString()).run("--version"))
        .isEqualTo(
            new Ended(
                70,
                "",
                "wasmwhisk: WASMWHISK_JAVA_HOME is "
                    + jdk
                    + ": Java 21.0.4, but a JDK 25 is needed.\n"));
  }

  @Test
  void aDirectoryWithoutJavaIsRefused() throws Exception {
    assertThat(Tool.wasmwhisk().with("WASMWHISK_JAVA_HOME", directory.toString()).run("--version"))
        .isEqualTo(
            new Ended(
                70,
                "",
                "wasmwhisk: WASMWHISK_JAVA_HOME is "
                    + directory
                    + ": no Java, but a JDK 25 is needed.\n"));
  }

  @Test
  void withoutJvmciEndiveRunsGuests() throws Exception {
    String hello = Repository.guest("c/hello.wasm").toString();
    Tool launcher = Tool.wasmwhisk().with("WASMWHISK_JAVA_OPTS", "-XX:-EnableJVMCI");
    Ended ended = launcher.run("run", hello, "--raw");

    assertThat(ended.err()).doesNotContain("warning");
    assertThat(ended.out()).isEqualTo("{\"greeting\":\"Hello, stranger!\"}\n");
    assertThat(ended.code()).isZero();
    assertThat(launcher.run("inspect", hello).out())
        .containsPattern("engine +endive: graalwasm would only interpret on this JVM\n");
  }

  @Test
  void withoutJvmciItSaysThatGraalWasmInterprets() throws Exception {
    Ended ended =
        Tool.wasmwhisk()
            .with("WASMWHISK_JAVA_OPTS", "-XX:-EnableJVMCI")
            .run(
                "run",
                "--engine",
                "graalwasm",
                Repository.guest("c/hello.wasm").toString(),
                "--raw");

    assertThat(ended.err())
        .contains(
            "wasmwhisk: warning: guest code is not compiled: graalwasm runs as \"Interpreted\" on"
                + " Java "
                + Runtime.version());
    assertThat(ended.out()).isEqualTo("{\"greeting\":\"Hello, stranger!\"}\n");
    assertThat(ended.code()).isZero();
  }

  @Test
  void withoutASubcommandItHelps() throws Exception {
    Ended ended = Tool.wasmwhisk().run();

    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .startsWith("Usage: wasmwhisk [-hV] [--debug] COMMAND\n")
        .contains(List.of("standalone", "run", "wasi", "inspect", "deploy", "invoke"));
    assertThat(ended.code()).isEqualTo(2);
  }

  private Path fakeJdk(String name, String version) throws Exception {
    Path jdk = directory.resolve(name);
    Path java = Files.createFile(Files.createDirectories(jdk.resolve("bin")).resolve("java"));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    return jdk;
  }

  private static Tool onThisJdk(Tool tool) {
    return tool.with("WASMWHISK_JAVA_HOME", System.getProperty("java.home"))
        .with("WASMWHISK_NO_BUILD", "1");
  }
}
