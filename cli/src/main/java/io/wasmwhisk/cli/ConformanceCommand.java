// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import io.wasmwhisk.cli.conformance.Report;
import io.wasmwhisk.cli.conformance.Suite;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.guest.GuestEngine;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.EngineOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wasmwhisk conformance}: the wasi-testsuite's figure. */
@Command(
    name = "conformance",
    description = {
      "Run the preview 1 tests of a checkout of WebAssembly/wasi-testsuite, branch",
      "prod/testsuite-base, as 'wasi' runs them, and print how many pass and why others do not."
    })
final class ConformanceCommand extends Subcommand {
  @Parameters(paramLabel = "DIR", description = "the checkout, or a directory in it")
  private Path directory = Path.of("");

  @Option(
      names = {"-t", "--timeout"},
      paramLabel = "TIME",
      defaultValue = "30s",
      converter = DurationText.class,
      description = "the limit of time of each test (default: ${DEFAULT-VALUE})")
  private Duration timeout = Duration.ZERO;

  @Mixin private EngineOption engineOption = new EngineOption();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.OK, ExitCode.TESTS_FAILED, ExitCode.UNREADABLE_FILE);
  }

  @Override
  public Integer call() throws Exception {
    Suite suite = suite();
    try (GuestEngine engine = GuestEngine.start(engineOption.choice(), this::explain)) {
      boolean passed = Report.of(suite, engine, timeout, out());
      return (passed ? ExitCode.OK : ExitCode.TESTS_FAILED).code();
    }
  }

  private Suite suite() throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new CommandFailure(ExitCode.UNREADABLE_FILE, directory + " is no directory.");
    }
    try {
      Suite suite = Suite.of(directory);
      if (suite.tests().isEmpty()) {
        throw new CommandFailure(
            ExitCode.UNREADABLE_FILE,
            directory
                + " holds no built tests of preview 1: directories with a manifest.json and .wasm files, as on the suite's branch prod/testsuite-base.");
      }
      return suite;
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.UNREADABLE_FILE, "A manifest.json " + e.getMessage() + ".");
    }
  }
}
