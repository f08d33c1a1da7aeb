// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.deploy;

import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.cli.Tool;
import io.wasmwhisk.tests.cli.Tool.Ended;
import io.wasmwhisk.tests.clients.ClientProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;

/**
 * The programs of {@code ansible/requirements.txt}, in a virtual environment below {@code target}
 * that is made once for each text of that file.
 */
final class PythonTools {
  private static final String NEWEST_TOO_OLD = "import sys; sys.exit(sys.version_info < (3, 11))";

  private static final Duration MOST = Duration.ofMinutes(10);

  private final Path directory;

  private PythonTools(Path directory) {
    this.directory = directory;
  }

  /** Skips the test where Python or the packages cannot be had; on CI it fails. */
  static PythonTools require() throws IOException, InterruptedException {
    ClientProgram.require("python3");
    orSkip(Tool.of("python3", "-c", NEWEST_TOO_OLD).run(), "python3 is older than 3.11");
    Path requirements = Repository.testSource("ansible/requirements.txt");
    Path made = Repository.testClasses().resolveSibling("python");
    Path installed = made.resolve("requirements.txt");
    if (!Files.exists(installed) || Files.mismatch(requirements, installed) >= 0) {
      Files.deleteIfExists(installed);
      orSkip(
          Tool.of("python3", "-m", "venv", "--clear", made.toString()).run(),
          "python3 makes no virtual environment");
      orSkip(
          Tool.of(made.resolve("bin/pip").toString(), "install", "--quiet")
              .within(MOST)
              .and("--disable-pip-version-check", "-r", requirements.toString())
              .run(),
          "pip does not install tests/src/test/ansible/requirements.txt");
      Files.copy(requirements, installed);
    }
    return new PythonTools(made.resolve("bin"));
  }

  /** One of the programs: {@code ansible-playbook} for instance. */
  Tool tool(String name) {
    return Tool.of(directory.resolve(name).toString())
        .within(MOST)
        .with("PATH", directory + ":" + System.getenv("PATH"));
  }

  private static void orSkip(Ended ended, String reason) {
    String all = reason + ": " + ended.out() + ended.err();
    if (ended.code() != 0 && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(all);
    }
    Assumptions.assumeTrue(ended.code() == 0, all);
  }
}
