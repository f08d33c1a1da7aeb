// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.cli.Tool;
import io.wasmwhisk.tests.cli.Tool.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./wasmwhisk deploy} and {@code invoke}. */
class CommandClientTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void anActionLivesByOurOwnCommand() throws Exception {
    try (LocalServer server = LocalServer.start()) {
      Path properties =
          Files.writeString(directory.resolve("wskprops"), "APIHOST=" + server.host());
      Tool command = Tool.wasmwhisk().with("WSK_CONFIG_FILE", properties.toString());
      String module = Repository.guest("c/hello.wasm").toString();

      assertThat(command.run("deploy", "mine", module, "--timeout", "5s", "--memory", "128m"))
          .isEqualTo(new Ended(0, "deployed mine\n", ""));
      assertThat(command.run("invoke", "mine", "-r", "-p", "name", "me"))
          .isEqualTo(new Ended(0, "{\n    \"greeting\": \"Hello, me!\"\n}\n", ""));
      assertThat(command.run("invoke", "mine").out())
          .contains("\"greeting\": \"Hello, stranger!\"", "\"memory\": 128", "\"timeout\": 5000");
      assertThat(command.run("invoke", "mine", "--no-blocking").out()).matches("[0-9a-f]{32}\n");
      assertThat(command.run("deploy", "mine", module))
          .isEqualTo(
              new Ended(
                  23,
                  "",
                  "wasmwhisk: The server answered with status 409: resource already exists\n"));
      assertThat(command.run("deploy", "mine", module, "--update").code()).isZero();
      assertThat(command.run("invoke", "absent"))
          .isEqualTo(
              new Ended(
                  22,
                  "",
                  "wasmwhisk: The server answered with status 404: The requested resource does not"
                      + " exist.\n"));
    }
  }
}
