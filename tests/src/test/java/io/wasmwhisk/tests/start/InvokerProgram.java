// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.start;

import io.wasmwhisk.cli.openwhisk.OpenWhiskClasses;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.plugin.ClassPathJars;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that starts the plugin.
 *
 * @param name for people
 * @param classPath before the plugin's jars
 * @param properties system properties
 * @param main the main class, with its arguments
 */
record InvokerProgram(
    String name, List<Path> classPath, Map<String, String> properties, List<String> main) {
  private static final String SETTINGS =
      """
      include classpath("application.conf")
      whisk.spi {
        ContainerFactoryProvider = org.apache.openwhisk.core.containerpool.wasm.WasmContainerFactoryProvider
        LogStoreProvider = org.apache.openwhisk.core.containerpool.logging.DockerToActivationLogStoreProvider
        MessagingProvider = org.apache.openwhisk.connector.lean.LeanMessagingProvider
        ArtifactStoreProvider = org.apache.openwhisk.core.database.memory.MemoryArtifactStoreProvider
        EntitlementSpiProvider = org.apache.openwhisk.core.entitlement.LocalEntitlementProvider
        InvokerProvider = org.apache.openwhisk.core.invoker.InvokerReactive
        InvokerServerProvider = org.apache.openwhisk.core.invoker.DefaultInvokerServer
        DurationCheckerProvider = org.apache.openwhisk.core.scheduler.queue.NoopDurationCheckerProvider
      }
      akka.actor.provider = local
      pekko.actor.provider = local
      kamon.modules.statsd-reporter.enabled = false
      whisk.info { date = "", build-no = "" }
      whisk.invoker { username = tests, password = tests }
      whisk.wasm.prewarm = 0s
      """;

  /** What invoker-start's test class of this name does, on openwhisk-api. */
  static InvokerProgram like(Path directory) throws IOException {
    List<Path> classPath = new ArrayList<>();
    classPath.add(Repository.root().resolve("invoker-start/target/test-classes"));
    classPath.add(
        OldClasses.copy(
            Repository.root().resolve("openwhisk-api/target/classes"), directory.resolve("api")));
    classPath.addAll(ClassPathJars.invokersOwn());
    return new InvokerProgram(
        "a start like an invoker's",
        classPath,
        Map.of("akka.actor.provider", "local", "whisk.wasm.prewarm", "0s"),
        List.of("io.wasmwhisk.start.SpiStart"));
  }

  /** A real invoker, which needs neither a broker nor a database to come that far. */
  static InvokerProgram real(OpenWhiskClasses openWhisk, Path directory) throws IOException {
    Path settings = Files.writeString(directory.resolve("invoker.conf"), SETTINGS);
    return new InvokerProgram(
        "the invoker of " + openWhisk.directory().getFileName(),
        openWhisk.classPath(),
        Map.of("config.file", settings.toString()),
        List.of("org.apache.openwhisk.core.invoker.Invoker", "--id", "0"));
  }

  /** The command that starts it on this Java with these jars of the plugin. */
  ProcessBuilder on(Jre jre, List<String> jvmOptions, List<Path> plugin) throws IOException {
    List<String> command = new ArrayList<>(List.of(jre.java()));
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(
        Stream.concat(classPath.stream(), plugin.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.addAll(main);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(
            Map.of(
                "KAFKA_HOSTS", "127.0.0.1:1",
                "ZOOKEEPER_HOSTS", "127.0.0.1:1",
                "PORT", "0",
                "WHISK_API_HOST_PROTO", "http",
                "WHISK_API_HOST_NAME", "127.0.0.1",
                "WHISK_API_HOST_PORT", "80",
                "RUNTIMES_MANIFEST", Files.readString(Repository.root().resolve("runtimes.json"))));
    return builder;
  }

  @Override
  public String toString() {
    return name;
  }
}
