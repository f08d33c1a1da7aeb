// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.EngineReport;
import org.junit.jupiter.api.Test;

class CompilationCheckTest {
  private static final String FINDING =
      "warning: guest code is not compiled: graalwasm runs as \"Interpreted\" on Java 25.0.9,"
          + " 70 to 270 times slower than native. ";

  @Test
  void compiledCodeIsNotWorthAWord() {
    EngineReport report = new EngineReport("graalwasm", "GraalVM CE", true, "25.0.3");

    assertThat(new CompilationCheck(report, 25, true).warning()).isEmpty();
  }

  @Test
  void anotherJdkIsNamed() {
    assertThat(interpreted(21, true).warning())
        .contains(
            FINDING + "It needs JDK 25: set WASMWHISK_JAVA_HOME to one and start by ./wasmwhisk.");
  }

  @Test
  void missingJvmciIsNamed() {
    assertThat(interpreted(25, false).warning())
        .contains(
            FINDING
                + "The JVM runs without JVMCI: start by ./wasmwhisk, on a JDK that has the module"
                + " jdk.internal.vm.ci (Eclipse Temurin has it), or add -XX:+EnableJVMCI.");
  }

  @Test
  void otherwiseTheCompilerDoesNotFitTheJdk() {
    assertThat(interpreted(25, true).warning())
        .contains(
            FINDING
                + "The Graal compiler in graal-compiler/ did not load on this patch level of the"
                + " JDK: use a newer JDK 25, or a compiler of the JDK's version"
                + " (docs/operations.md).");
  }

  private static CompilationCheck interpreted(int javaFeature, boolean jvmci) {
    return new CompilationCheck(
        new EngineReport("graalwasm", "Interpreted", false, "25.0.9"), javaFeature, jvmci);
  }
}
