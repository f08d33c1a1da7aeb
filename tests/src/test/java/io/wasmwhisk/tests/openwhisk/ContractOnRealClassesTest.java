// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.openwhisk;

import io.wasmwhisk.cli.openwhisk.OpenWhiskClasses;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Each contract test (ScalaTest, package contract) once more, with OpenWhisk's own classes. */
@EnabledIfSystemProperty(
    named = RealOpenWhisk.PROPERTY,
    matches = ".+",
    disabledReason = RealOpenWhisk.NONE)
class ContractOnRealClassesTest {
  @TempDir private Path directory = Path.of("");

  @TestFactory
  Stream<DynamicTest> theContractHoldsOnRealClasses() throws Exception {
    OpenWhiskClasses openWhisk = RealOpenWhisk.classes();
    List<ContractResult> results = new ContractRun(openWhisk, directory).results();
    System.out.printf(
        "Contract tests with the classes of %s (%s): %d passed, %d failed, %d skipped%n",
        openWhisk.directory(),
        openWhisk.toolkit(),
        results.stream().filter(result -> !result.isFailed() && !result.skipped()).count(),
        results.stream().filter(ContractResult::isFailed).count(),
        results.stream().filter(ContractResult::skipped).count());
    return results.stream()
        .map(result -> DynamicTest.dynamicTest(result.name(), () -> judge(result)));
  }

  private static void judge(ContractResult result) {
    result
        .failure()
        .ifPresent(failure -> Assertions.fail("%s: %s".formatted(result.name(), failure)));
    Assumptions.assumeFalse(result.skipped(), "it says so itself");
  }
}
