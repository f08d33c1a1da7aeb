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

/**
 * The sample actions that were deployed.
 *
 * @param deployed their names
 * @param problems why others were not
 */
public record Samples(List<String> deployed, List<String> problems) {
  /** None, and no attempt. */
  public static final Samples NONE = new Samples(List.of(), List.of());

  /** Copies the lists. */
  public Samples {
    deployed = List.copyOf(deployed);
    problems = List.copyOf(problems);
  }

  /**
   * Deploys all samples of a directory, over those that are there.
   *
   * @throws IOException when a file cannot be read or the server does not answer
   */
  public static Samples deploy(Path directory, WhiskClient client) throws IOException {
    List<String> deployed = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Sample sample : Sample.in(directory)) {
      Reply reply =
          client.putAction(
              ActionName.parse(sample.name()),
              ActionDocument.wasm(Files.readAllBytes(sample.file())),
              true);
      if (reply.isOk()) {
        deployed.add(sample.name());
      } else {
        problems.add("%s: %s".formatted(sample.name(), reply.error()));
      }
    }
    return new Samples(deployed, problems);
  }
}
