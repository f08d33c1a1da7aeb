// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.guest;

import io.wasmwhisk.engine.EngineReport;
import java.util.Optional;

/**
 * Says what is wrong when guest code is only interpreted, which must never go unnoticed
 * (docs/operations.md, "The JIT").
 *
 * @param report what the engine says of itself
 * @param javaFeature the JVM's feature version, 25 for instance
 * @param jvmci whether the JVM was started with JVMCI, the interface that a compiler in Java needs
 */
public record CompilationCheck(EngineReport report, int javaFeature, boolean jvmci) {
  private static final int WANTED_JAVA = 25;

  /** The check of the JVM that this runs in. */
  public static CompilationCheck ofThisJvm(EngineReport report) {
    return new CompilationCheck(
        report,
        Runtime.version().feature(),
        ModuleLayer.boot().findModule("jdk.internal.vm.ci").isPresent());
  }

  /** What was found, what it costs, what to change; empty when guest code is compiled. */
  public Optional<String> warning() {
    if (report.compiles()) {
      return Optional.empty();
    }
    return Optional.of(
        "warning: guest code is not compiled: %s runs as \"%s\" on Java %s, 70 to 270 times slower than native. %s"
            .formatted(report.engine(), report.implementation(), report.javaVersion(), remedy()));
  }

  private String remedy() {
    if (javaFeature != WANTED_JAVA) {
      return "It needs JDK %d: set WASMWHISK_JAVA_HOME to one and start by ./wasmwhisk."
          .formatted(WANTED_JAVA);
    }
    if (!jvmci) {
      return "The JVM runs without JVMCI: start by ./wasmwhisk, on a JDK that has the module"
          + " jdk.internal.vm.ci (Eclipse Temurin has it), or add -XX:+EnableJVMCI.";
    }
    return "The Graal compiler in graal-compiler/ did not load on this patch level of the JDK: use"
        + " a newer JDK 25, or a compiler of the JDK's version (docs/operations.md).";
  }
}
