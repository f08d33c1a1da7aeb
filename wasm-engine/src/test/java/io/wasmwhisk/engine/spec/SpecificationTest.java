// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.wasmwhisk.engine.endive.EndiveAdapter;
import io.wasmwhisk.engine.graal.GraalAdapter;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The specification's tests on both engines. They are not part of this repository: {@code
 * -Dwasm.testsuite} names a checkout of WebAssembly/testsuite (docs/testing.md).
 */
class SpecificationTest {
  private static final String COMMIT = "193e551ff22663995b1ac95dc62344133669e14b";
  private static final String CHECKOUT = System.getProperty("wasm.testsuite", "");

  /** Scripts whose name begins so. */
  private static final String CHOSEN = System.getProperty("wasm.testsuite.only", "");

  private static final long STACK_BYTES = 16 << 20;

  @Test
  void graalwasm() throws Exception {
    requireOnlyKnown(GraalAdapter::new);
  }

  @Test
  void endive() throws Exception {
    requireOnlyKnown(() -> new EndiveAdapter(null));
  }

  private static void requireOnlyKnown(Supplier<EngineAdapter> engine) throws Exception {
    assumeFalse(
        CHECKOUT.isEmpty(),
        "-Dwasm.testsuite=DIR names a checkout of WebAssembly/testsuite at " + COMMIT);
    assertThat(commit()).as("the commit of %s", CHECKOUT).isEqualTo(COMMIT);
    try (EngineAdapter adapter = engine.get()) {
      FutureTask<Tally> run = new FutureTask<>(() -> run(adapter));
      new Thread(null, run, "specification", STACK_BYTES).start();
      Tally tally = run.get();
      System.out.printf("specification on %s: %s%n", adapter.name(), tally);
      requireOnly(KnownDifferences.of(adapter.name(), CHOSEN), tally.differences());
    }
  }

  private static void requireOnly(List<String> known, List<String> differences) {
    assertThat(differences)
        .as("differences that known-differences.txt does not tell")
        .allMatch(difference -> known.stream().anyMatch(difference::startsWith));
    assertThat(known)
        .as("differences that are no more, and known-differences.txt still tells")
        .allMatch(line -> differences.stream().anyMatch(found -> found.startsWith(line)));
  }

  private static Tally run(EngineAdapter engine) throws IOException {
    Tally tally = new Tally();
    try (Alarm alarm = new Alarm();
        Stream<Path> files = Files.list(Path.of(CHECKOUT))) {
      for (Path file : files.filter(SpecificationTest::isChosen).sorted().toList()) {
        String name = file.getFileName().toString();
        Trial trial = new Trial(engine, alarm, name, tally);
        Script.subjects(Files.readString(file)).forEach(trial::run);
      }
    }
    return tally;
  }

  private static boolean isChosen(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".wast") && name.startsWith(CHOSEN);
  }

  private static String commit() throws IOException, InterruptedException {
    Process git = new ProcessBuilder("git", "-C", CHECKOUT, "rev-parse", "HEAD").start();
    String commit = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
    git.waitFor();
    return commit;
  }
}
