// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.plugin;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/** The JVM of the tests, for processes that are to run on the same. */
public final class ThisJvm {
  private ThisJvm() {}

  /** Its {@code java}. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What the build starts it with, so that GraalWasm compiles there as it does here. */
  public static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-D") && !option.startsWith("-javaagent"))
        .toList();
  }
}
