// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.cli.Tool;
import io.wasmwhisk.tests.clients.LocalServer;
import io.wasmwhisk.tests.clients.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The database of the cluster ({@code node/store/store.js}), with the users guest and system. */
final class Store implements AutoCloseable {
  /**
   * Users by namespace, with their keys, which are OpenWhisk's published guest key and one like it.
   */
  static final Map<String, String> KEYS =
      Map.of(
          "guest",
          LocalServer.KEY,
          "whisk.system",
          "789c46b1-71f6-4ed5-8c54-816aa4f8c502:"
              + "abczO3xZCLrMN6v2BKK1dXYFpXlPkccOFqm12CdAsMgRU4VrNZ9lyGVCGuMDGIwP");

  /** Who has a key, and what a key opens: the view that authentication asks (Identity.scala). */
  private static final String IDENTITIES =
      "function (doc) { if (doc.namespaces && !doc.blocked) doc.namespaces.forEach(function (n) {"
          + " var who = {_id: n.name + '/limits', namespace: n.name, uuid: n.uuid, key: n.key};"
          + " emit([n.name], who); emit([n.uuid, n.key], who) }) }";

  private static final long MOST_MINUTES = 15;

  private final Member process;
  private final Rest rest;

  private Store(Member process, int port) {
    this.process = process;
    rest = Rest.on(port, "nobody:nothing");
  }

  /** Installs what it needs, starts it empty, and puts the users into it. */
  static Store start(Path directory, int port) throws IOException, InterruptedException {
    for (String file : new String[] {"package.json", "package-lock.json", "store.js"}) {
      Files.copy(Repository.testSource("node/store/" + file), directory.resolve(file));
    }
    install(directory);
    Store store =
        new Store(
            Member.start(
                "the store",
                List.of("node", "store.js", Integer.toString(port)),
                Map.of(),
                directory,
                directory.resolve("output.txt")),
            port);
    try {
      store.process.awaitPort(port);
      store.fill();
      return store;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  /** Takes minutes where the registry is far and nothing is in npm's cache. */
  private static void install(Path directory) throws IOException, InterruptedException {
    Process npm =
        Tool.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline")
            .in(directory)
            .start();
    boolean ended = npm.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
    npm.destroyForcibly();
    if (!ended || npm.exitValue() != 0) {
      throw new AssertionError(
          "npm ci failed or did not end within %d minutes".formatted(MOST_MINUTES));
    }
  }

  private void fill() throws IOException, InterruptedException {
    for (String database : new String[] {"subjects", "whisks", "activations"}) {
      rest.create("/" + database, "");
    }
    rest.create("/subjects/_design/subjects.v2.0.0", view("identities", IDENTITIES));
    rest.create(
        "/subjects/_design/namespaceThrottlings", view("blockedNamespaces", "function () {}"));
    for (Map.Entry<String, String> user : KEYS.entrySet()) {
      String[] key = user.getValue().split(":");
      rest.create(
          "/subjects/" + user.getKey(),
          "{\"subject\":\"%1$s\",\"namespaces\":[{\"name\":\"%1$s\",\"uuid\":\"%2$s\",\"key\":\"%3$s\"}]}"
              .formatted(user.getKey(), key[0], key[1]));
      rest.create("/subjects/" + user.getKey() + "%2Flimits", "{}");
    }
  }

  private static String view(String name, String map) {
    return "{\"views\":{\"%s\":{\"map\":\"%s\"}}}".formatted(name, map);
  }

  /** The records of the activations of an action that a system's user owns. */
  List<JsonNode> systemRecords(String action) throws IOException, InterruptedException {
    List<JsonNode> records = new ArrayList<>();
    String range = "startkey=%22whisk.system%2F%22&endkey=%22whisk.system0%22";
    JsonNode all = rest.get("/activations/_all_docs?include_docs=true&" + range).json();
    for (JsonNode row : all.get("rows")) {
      if (row.at("/doc/name").asText().equals(action)) {
        records.add(row.get("doc"));
      }
    }
    return records;
  }

  long resident() throws IOException {
    return process.resident();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    rest.close();
    process.close();
  }
}
