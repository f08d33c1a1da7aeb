// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.local;

import io.wasmwhisk.cli.rest.ActionDocument;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.Reply;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sample actions that were deployed.
 *
 * @param deployed their names
 * @param problem why the others were not: the server's words for the first that it refused
 */
public record Samples(List<String> deployed, Optional<String> problem) {
  /** None, and no attempt. */
  public static final Samples NONE = new Samples(List.of(), Optional.empty());

  /** Copies the list. */
  public Samples {
    deployed = List.copyOf(deployed);
  }

  /**
   * Deploys the samples of a directory over those that are there, until the server refuses one.
   *
   * @throws IOException when a file cannot be read or the server does not answer
   */
  public static Samples deploy(Path directory, WhiskClient client) throws IOException {
    List<String> deployed = new ArrayList<>();
    for (Sample sample : Sample.in(directory)) {
      Reply reply =
          client.putAction(
              ActionName.parse(sample.name()),
              ActionDocument.wasm(Files.readAllBytes(sample.file())),
              true);
      if (!reply.isOk()) {
        return new Samples(
            deployed, Optional.of("%s was refused: %s".formatted(sample.name(), reply.error())));
      }
      deployed.add(sample.name());
    }
    return new Samples(deployed, Optional.empty());
  }
}
