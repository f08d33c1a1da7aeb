// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.cli.Tool;
import io.wasmwhisk.tests.cli.Tool.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The npm package openwhisk, of the version in node/package-lock.json. */
class NpmClientTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void anActionLivesByTheNpmClient() throws Exception {
    ClientProgram.require("node", "npm");
    for (String file : new String[] {"package.json", "package-lock.json", "client.js"}) {
      Files.copy(Repository.testSource("node/" + file), directory.resolve(file));
    }
    Ended installed = Tool.of("npm", "ci", "--no-audit", "--no-fund").in(directory).run();
    assertThat(installed.code()).as(installed.err()).isZero();

    JsonNode steps = live();

    assertThat(steps.at("/created/version").asText()).isEqualTo("0.0.1");
    assertThat(steps.at("/created/annotations").toString())
        .contains("{\"key\":\"note\",\"value\":\"npm\"}", "{\"key\":\"exec\",\"value\":\"wasm\"}");
    assertThat(steps.get("result").toString()).isEqualTo("{\"greeting\":\"Hello, npm ☃!\"}");
    assertThat(steps.at("/record/response/result").toString())
        .isEqualTo("{\"greeting\":\"Hello, again!\"}");
    assertThat(steps.at("/logs/logs").toString())
        .contains(
            "stdout: hello: greeting \\\"again\\\"", "stderr: hello: this line goes to stderr");
    assertThat(steps.at("/accepted/activationId").asText()).matches("[0-9a-f]{32}");
    assertThat(steps.get("codeIsTheSame").asBoolean()).isTrue();
    assertThat(steps.at("/got/exec").toString()).isEqualTo("{\"kind\":\"wasm\",\"binary\":true}");
    assertThat(steps.get("listed")).hasSize(1);
    assertThat(steps.get("conflict").toString())
        .isEqualTo("{\"status\":409,\"error\":\"resource already exists\"}");
    assertThat(steps.at("/updated/version").asText()).isEqualTo("0.0.2");
    assertThat(steps.at("/updated/limits/timeout").asInt()).isEqualTo(5000);
    assertThat(steps.get("deleted").asText()).isEqualTo("npm-hello");
    assertThat(steps.get("gone").toString())
        .isEqualTo("{\"status\":404,\"error\":\"The requested resource does not exist.\"}");
  }

  private JsonNode live() throws Exception {
    try (LocalServer server = LocalServer.start()) {
      Ended ended =
          Tool.of("node", "client.js")
              .in(directory)
              .run(
                  server.host().toString(),
                  LocalServer.KEY,
                  Repository.guest("rust/hello.wasm").toString());
      assertThat(ended.code()).as(ended.err()).isZero();
      return new JsonMapper().readTree(ended.out());
    }
  }
}
