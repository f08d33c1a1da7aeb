// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.cli.Tool;
import io.wasmwhisk.tests.cli.Tool.Ended;
import io.wasmwhisk.tests.clients.ClientProgram;
import io.wasmwhisk.tests.clients.LocalServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scripts that use the npm package openwhisk, each against a server to its end. */
final class NpmScripts {
  private final Path directory;

  /** Installs the package of the version in node/package-lock.json into a directory. */
  NpmScripts(Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    ClientProgram.require("node", "npm");
    for (String file :
        new String[] {"package.json", "package-lock.json", "client.js", "round.js"}) {
      Files.copy(Repository.testSource("node/" + file), directory.resolve(file));
    }
    Ended installed = Tool.of("npm", "ci", "--no-audit", "--no-fund").in(directory).run();
    assertThat(installed.code()).as(installed.err()).isZero();
  }

  /** What a script printed. */
  JsonNode run(String script, URI host, Path guests) throws IOException, InterruptedException {
    Ended ended =
        Tool.of("node", script)
            .in(directory)
            .run(host.toString(), LocalServer.KEY, guests.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    return new JsonMapper().readTree(ended.out());
  }
}
