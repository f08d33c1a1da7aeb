// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The assembled plugin at the end of the class path, as on an invoker, in a JVM without the classes
 * it was assembled from: one part of the contract, which reads zips and JSON and runs guests.
 */
class AssembledPluginTest {
  private static final String PART =
      "io.wasmwhisk.tests.contract.InitializationInSchedulerPoolSpec";

  @TempDir private Path directory = Path.of("");

  @Test
  void itRunsActionsBehindTheInvokersOwnJars() throws Exception {
    List<String> classPath = new ArrayList<>();
    String root = System.getProperty("maven.multiModuleProjectDirectory", "..");
    classPath.add(root + "/tests/target/test-classes");
    classPath.add(root + "/openwhisk-api/target/classes");
    Stream.of(ClassPathJars.invokersOwn(), ClassPathJars.scalaTest(), PluginDirectory.jars())
        .flatMap(List::stream)
        .forEach(jar -> classPath.add(jar.toString()));
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder(command(root, String.join(File.pathSeparator, classPath)))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(output)).contains("All tests passed.");
    assertThat(process.exitValue()).isZero();
  }

  private static List<String> command(String root, String classPath) {
    List<String> command = new ArrayList<>(List.of(ThisJvm.java()));
    command.addAll(ThisJvm.options());
    command.add("-Dmaven.multiModuleProjectDirectory=" + root);
    command.addAll(List.of("-cp", classPath, "org.scalatest.tools.Runner"));
    command.addAll(List.of("-R", root + "/tests/target/test-classes", "-s", PART, "-oW"));
    return command;
  }
}
