// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import io.wasmwhisk.cli.bench.contender.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which other runtimes are measured in the same run. */
final class PeerOptions {
  @Option(
      names = "--python",
      paramLabel = "FILE",
      description =
          "a python3 that has the package wasmtime; else that of VIRTUAL_ENV or of the PATH, if it"
              + " has")
  private @Nullable Path python;

  @Option(names = "--no-peers", description = "measure our engines alone")
  private boolean none;

  /** Those that are there. */
  Peers find() throws IOException, InterruptedException {
    return none ? Peers.NONE : Peers.find(Optional.ofNullable(python), System.getenv());
  }

  /** Whether absent ones are to be named. */
  boolean wanted() {
    return !none;
  }
}
