// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cluster;

import io.wasmwhisk.cli.openwhisk.OpenWhiskClasses;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.plugin.PluginDirectory;
import io.wasmwhisk.tests.plugin.ThisJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a controller and an invoker are started, as OpenWhisk's images do it: settings in a file and
 * in the environment, and on an invoker's class path the plugin's jars after OpenWhisk's own.
 */
record OpenWhiskNode(OpenWhiskClasses openWhisk, Layout layout, Path directory) {
  private static final String PARTS = "org/apache/openwhisk/";

  /** The controller; it does not wait for it. */
  Member controller() throws IOException {
    List<String> command = java(List.of());
    command.add("-Dwhisk.controller.interface=127.0.0.1");
    command.addAll(List.of("-cp", classPath("core/controller", List.of())));
    command.addAll(List.of("org.apache.openwhisk.core.controller.Controller", "0"));
    return start("controller", command, layout.controller(), 0);
  }

  /**
   * An invoker with the plugin; it does not wait for it.
   *
   * @param number its id, which names its topic
   * @param life how many there were with this id before it
   */
  Member invoker(int number, int life) throws IOException {
    List<String> command = java(ThisJvm.options());
    command.addAll(List.of("-cp", classPath("core/invoker", PluginDirectory.jars())));
    command.addAll(
        List.of("org.apache.openwhisk.core.invoker.Invoker", "--id", Integer.toString(number)));
    return start("invoker" + number, command, layout.invokers().get(number), life);
  }

  /** Where a node works and has its temporary files; the same in each of its lives. */
  Path place(String name) {
    return directory.resolve(name);
  }

  private Member start(String name, List<String> command, int port, int life) throws IOException {
    Path place = Files.createDirectories(place(name));
    List<String> whole = new ArrayList<>(command);
    whole.add(1, "-Djava.io.tmpdir=" + place);
    return Member.start(
        name,
        whole,
        environment(port),
        place,
        directory.resolve("%s-%d.txt".formatted(name, life)));
  }

  private List<String> java(List<String> options) throws IOException {
    List<String> command = new ArrayList<>(List.of(ThisJvm.java()));
    command.addAll(options);
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Dconfig.file=" + settings()));
    return command;
  }

  /** The node's own part first: each has an application.conf, of which the first wins. */
  private String classPath(String own, List<Path> plugin) {
    return Stream.of(
            openWhisk.classPath().stream().filter(entry -> isPart(entry, own)),
            openWhisk.classPath().stream().filter(entry -> !isPart(entry, own)),
            plugin.stream())
        .flatMap(entries -> entries)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isPart(Path entry, String part) {
    String name = part.substring(part.indexOf('/') + 1);
    return Files.isDirectory(entry)
        ? Files.isDirectory(entry.resolve(PARTS + part))
        : entry.getFileName().toString().contains("openwhisk-" + name);
  }

  private Path settings() throws IOException {
    return Files.writeString(
        directory.resolve("openwhisk.conf"),
        """
        include classpath("application.conf")
        whisk {
          spi {
            ContainerFactoryProvider = org.apache.openwhisk.core.containerpool.wasm.WasmContainerFactoryProvider
            LogStoreProvider = org.apache.openwhisk.core.containerpool.logging.DockerToActivationLogStoreProvider
            LoadBalancerProvider = org.apache.openwhisk.core.loadBalancer.ShardingContainerPoolBalancer
            EntitlementSpiProvider = org.apache.openwhisk.core.entitlement.LocalEntitlementProvider
            InvokerProvider = org.apache.openwhisk.core.invoker.InvokerReactive
            InvokerServerProvider = org.apache.openwhisk.core.invoker.DefaultInvokerServer
            DurationCheckerProvider = org.apache.openwhisk.core.scheduler.queue.NoopDurationCheckerProvider
          }
          couchdb {
            protocol = http, host = 127.0.0.1, port = %d, username = nobody, password = nothing, provider = CouchDB
            databases { WhiskAuth = subjects, WhiskEntity = whisks, WhiskActivation = activations }
          }
          info { date = today, build-no = test }
          container-pool.user-memory = 1024 m
          memory.min = 8 m
          metrics { prometheus-enabled = true, kamon-enabled = true, kamon-tags-enabled = true }
        }
        kamon.modules.statsd-reporter.enabled = false
        akka { actor.provider = local, logger-startup-timeout = 2 minutes }
        pekko { actor.provider = local, logger-startup-timeout = 2 minutes }
        """
            .formatted(layout.store()));
  }

  private Map<String, String> environment(int port) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("PORT", Integer.toString(port));
    environment.put("KAFKA_HOSTS", "127.0.0.1:" + layout.broker());
    environment.put("RUNTIMES_MANIFEST", Files.readString(Repository.manifest()));
    environment.put("WHISK_API_HOST_PROTO", "http");
    environment.put("WHISK_API_HOST_NAME", "127.0.0.1");
    environment.put("WHISK_API_HOST_PORT", Integer.toString(layout.controller()));
    environment.put("LIMITS_ACTIONS_INVOKES_PERMINUTE", "100000");
    environment.put("LIMITS_ACTIONS_INVOKES_CONCURRENT", "1000");
    environment.put("LIMITS_TRIGGERS_FIRES_PERMINUTE", "100000");
    environment.put("LIMITS_ACTIONS_SEQUENCE_MAXLENGTH", "50");
    // No client of a container engine can be found.
    environment.put("PATH", "/nowhere");
    return environment;
  }
}
