// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.guest.GuestEngine;
import io.wasmwhisk.engine.Command;
import io.wasmwhisk.engine.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of one test, as {@code wasmwhisk wasi} runs it, in a copy of its directory. */
final class Trial {
  private static final long MEMORY_BYTES = 1L << 30;

  private final GuestEngine engine;
  private final Duration deadline;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /**
   * @param deadline how long the test may take
   */
  Trial(GuestEngine engine, Duration deadline) {
    this.engine = engine;
    this.deadline = deadline;
  }

  /** Runs the test. */
  Verdict of(SuiteTest test) throws IOException, InterruptedException {
    Specification specification = test.specification();
    if (specification.obstacle().isPresent()) {
      return new Verdict.Skipped(specification.obstacle().get());
    }
    if (specification.root().isEmpty()) {
      return run(test, specification, Map.of());
    }
    Path original = test.module().resolveSibling(specification.root().get());
    try (ScratchCopy copy = ScratchCopy.of(original)) {
      return run(test, specification, Map.of("/", copy.directory()));
    }
  }

  private Verdict run(SuiteTest test, Specification specification, Map<String, Path> directories)
      throws IOException, InterruptedException {
    List<String> argv = new ArrayList<>();
    argv.add(String.valueOf(test.module().getFileName()));
    argv.addAll(specification.arguments());
    Command command =
        new Command(
            argv,
            specification.environment(),
            directories,
            new Command.Streams(
                new ByteArrayInputStream(specification.stdin().getBytes(UTF_8)), out, err),
            Optional.of(deadline),
            MEMORY_BYTES);
    try {
      byte[] module = Files.readAllBytes(test.module());
      return verdict(specification, engine.run(engine.compile(module), command).outcome());
    } catch (CommandFailure e) {
      return new Verdict.Failed(String.valueOf(e.getMessage()));
    }
  }

  private Verdict verdict(Specification specification, Outcome outcome) {
    List<String> differences = new ArrayList<>();
    if (!outcome.equals(new Outcome.Exited(specification.exitCode()))) {
      differences.add(
          "expected exit code %d; %s".formatted(specification.exitCode(), outcome.describe()));
    }
    compare("stdout", specification.stdout(), out, differences);
    compare("stderr", specification.stderr(), err, differences);
    if (differences.isEmpty()) {
      return new Verdict.Passed();
    }
    err.toString(UTF_8).lines().map("stderr: "::concat).forEach(differences::add);
    return new Verdict.Failed(String.join("\n", differences));
  }

  /** The suite's own runner reads as many characters as are expected, and no more. */
  private static void compare(
      String stream, String expected, ByteArrayOutputStream written, List<String> differences) {
    String found = written.toString(UTF_8);
    if (!found.startsWith(expected)) {
      differences.add("expected on %s: \"%s\"; found: \"%s\"".formatted(stream, expected, found));
    }
  }
}
