// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cli;

import java.nio.file.Path;

/** Where things are in the repository that is tested. */
public final class Repository {
  /** Maven tells it (tests/pom.xml). */
  private static final Path ROOT =
      Path.of(System.getProperty("maven.multiModuleProjectDirectory", "..")).toAbsolutePath();

  private Repository() {}

  /** All of it. */
  public static Path root() {
    return ROOT;
  }

  /** The launcher. */
  public static Path launcher() {
    return ROOT.resolve("wasmwhisk");
  }

  /** What an operator gets. */
  public static Path pluginDirectory() {
    return ROOT.resolve("invoker-wasm/target/plugin");
  }

  /** The plugin's jars, as they are copied to an invoker. */
  public static Path plugin() {
    return pluginDirectory().resolve("ext-lib");
  }

  /** The options of an invoker's JVM 25, as the plugin's directory has them. */
  public static Path jvmOptions() {
    return ROOT.resolve("invoker-wasm/src/main/plugin/jvm-25.options");
  }

  /** OpenWhisk's classes, as we have them. */
  public static Path openWhiskApi() {
    return ROOT.resolve("openwhisk-api/target/classes");
  }

  /** The directory of Ansible's. */
  public static Path ansible() {
    return ROOT.resolve("ansible");
  }

  /** The directory of Kubernetes'. */
  public static Path kubernetes() {
    return ROOT.resolve("kubernetes");
  }

  /** The manifest of our kinds. */
  public static Path manifest() {
    return ROOT.resolve("runtimes.json");
  }

  /** The jars of a Kafka broker; there in a build that was told of a real OpenWhisk. */
  public static Path kafka() {
    return ROOT.resolve("tests/target/kafka");
  }

  /** The tests' own classes. */
  public static Path testClasses() {
    return ROOT.resolve("tests/target/test-classes");
  }

  /** The contract tests' classes, as the build relocates them for OpenWhisk on Pekko. */
  public static Path testClassesForPekko() {
    return ROOT.resolve("tests/target/pekko/test-classes");
  }

  /** A built guest: {@code c/hello.wasm} for instance. */
  public static Path guest(String path) {
    return ROOT.resolve("actions").resolve(path);
  }

  /** A file of this module's sources: {@code node/client.js} for instance. */
  public static Path testSource(String path) {
    return ROOT.resolve("tests/src/test").resolve(path);
  }
}
