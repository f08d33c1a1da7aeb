// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cluster;

import io.wasmwhisk.tests.plugin.ThisJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Kafka broker that is its own controller (KRaft), of the jars in {@code target/kafka}. */
final class Broker {
  private static final String CLUSTER_ID = "d2FzbXdoaXNrY2x1c3Rlcg";

  private Broker() {}

  /** Starts one with empty topics. */
  static Member start(Path jars, Path directory, int port, int controllerPort)
      throws IOException, InterruptedException {
    Path settings = directory.resolve("server.properties");
    Files.writeString(settings, settings(directory.resolve("topics"), port, controllerPort));
    Path log = directory.resolve("output.txt");
    List<String> format =
        java(
            jars, "kafka.tools.StorageTool", "format", "-t", CLUSTER_ID, "-c", settings.toString());
    Process formatted =
        new ProcessBuilder(format).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (formatted.waitFor() != 0) {
      throw new AssertionError("Kafka's storage is not formatted: " + Files.readString(log));
    }
    Member broker =
        Member.start(
            "the broker", java(jars, "kafka.Kafka", settings.toString()), Map.of(), directory, log);
    broker.awaitPort(port);
    return broker;
  }

  private static List<String> java(Path jars, String... main) {
    List<String> command = new ArrayList<>();
    command.add(ThisJvm.java());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-cp", jars + "/*"));
    command.addAll(List.of(main));
    return command;
  }

  private static String settings(Path topics, int port, int controllerPort) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        offsets.topic.num.partitions=1
        offsets.topic.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.replication.factor=1
        group.initial.rebalance.delay.ms=0
        """
        .formatted(port, controllerPort, topics);
  }
}
