// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.tests.cli.Tool.Ended;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./wasmwhisk standalone} that cannot start; how it runs is in the tests of clients. */
class StandaloneCommandTest {
  private static final String JVM_NOTICE =
      "WARNING: Using incubator modules: jdk.incubator.vector\n";

  @TempDir private Path directory = Path.of("");

  @Test
  void aTakenPortIs30() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();

      assertThat(standalone("--port", Integer.toString(port)))
          .isEqualTo(
              new Ended(
                  30,
                  "",
                  "wasmwhisk: The server cannot listen on port %d: [/127.0.0.1:%d] Address already in use. Another one is named by --port.\n"
                      .formatted(port, port)));
    }
  }

  @Test
  void wrongSettingsAre30() throws Exception {
    Path config =
        Files.writeString(directory.resolve("a.conf"), "whisk.query-limit.max-list-limit = 1");

    Ended ended = standalone("--port", "0", "--config", config.toString());

    assertThat(ended.err())
        .isEqualTo(
            "wasmwhisk: The settings cannot be used: the configuration cannot be used:\n"
                + "  whisk.query-limit.default-list-limit: is above max-list-limit\n");
    assertThat(ended.code()).isEqualTo(30);
  }

  @Test
  void aPluginThatDoesNotStartIs30() throws Exception {
    Path config =
        Files.writeString(directory.resolve("a.conf"), "whisk.wasm.delegate = example.Nobody");

    assertThat(standalone("--port", "0", "--config", config.toString()))
        .isEqualTo(
            new Ended(
                30,
                "",
                "wasmwhisk: WasmWhisk could not start: whisk.wasm.delegate = example.Nobody is not on the invoker's class path. Name a ContainerFactoryProvider, such as org.apache.openwhisk.core.containerpool.docker.DockerContainerFactoryProvider, or none.\n"));
  }

  @Test
  void aFileThatIsNotThereIs18() throws Exception {
    Path absent = directory.resolve("absent.json");

    assertThat(standalone("--port", "0", "--manifest", absent.toString()))
        .isEqualTo(
            new Ended(
                18, "", "wasmwhisk: " + absent + " cannot be read: there is no such file.\n"));
  }

  /** Without the JVM's notice, for which Java has no switch; the server wants fast SIMD. */
  private static Ended standalone(String... arguments) throws Exception {
    Ended ended = Tool.wasmwhisk().and("standalone").run(arguments);
    return new Ended(ended.code(), ended.out(), ended.err().replace(JVM_NOTICE, ""));
  }
}
