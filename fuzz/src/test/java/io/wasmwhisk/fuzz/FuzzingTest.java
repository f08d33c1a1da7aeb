// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Fuzzes every target in a JVM of its own: for a fixed number of executions from a fixed seed, or
 * for {@code -Dfuzz.seconds}; only those whose name begins with {@code -Dfuzz.target}, if given.
 */
class FuzzingTest {
  private static final String CHOSEN = System.getProperty("fuzz.target", "");

  private static final List<Target> TARGETS =
      List.of(
          new Target("module.ModuleReader", 8_000),
          new Target("module.Validity", 4_000),
          new Target("module.Behaviour", 150),
          new Target("module.Engines", 150),
          new Target("module.Snapshot", 100),
          new Target("module.Activation", 300),
          new Target("action.ActionCode", 10_000),
          new Target("action.Manifest", 10_000),
          new Target("action.Result", 20_000),
          new Target("wasi.MemoryCalls", 10_000),
          new Target("wasi.HostCalls", 300),
          new Target("wasi.FileSystems", 1_000));

  /**
   * A fuzz target.
   *
   * @param name of the test below this package, without {@code FuzzTest}
   * @param executions how many a build makes
   */
  private record Target(String name, int executions) {
    String simpleName() {
      return name.substring(name.indexOf('.') + 1);
    }
  }

  @TestFactory
  Stream<DynamicTest> targets() {
    return TARGETS.stream()
        .filter(target -> target.simpleName().startsWith(CHOSEN))
        .map(target -> DynamicTest.dynamicTest(target.simpleName(), () -> fuzz(target)));
  }

  private static void fuzz(Target target) throws Exception {
    assumeTrue(JazzerProcess.supported(), "Jazzer has no native part for this platform");
    Class<?> test = Class.forName("io.wasmwhisk.fuzz." + target.name() + "FuzzTest");
    JazzerProcess.Report report = JazzerProcess.run(test, target.executions());
    System.out.println(target.simpleName() + ": " + report.summary());
    assertThat(report.exitCode()).as("%s:%n%s", test, report.output()).isZero();
  }
}
