// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import io.wasmwhisk.cli.bench.contender.own.OwnEngines;
import io.wasmwhisk.cli.bench.contender.peer.Peers;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.engine.ClassCache;
import io.wasmwhisk.engine.EngineChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which engines and other runtimes are measured in the same run. */
final class ContenderOptions {
  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      split = ",",
      defaultValue = "graalwasm,endive",
      description = "our engines, of auto, graalwasm, endive (default: ${DEFAULT-VALUE})")
  private List<String> engines = List.of();

  @Option(
      names = "--python",
      paramLabel = "FILE",
      description =
          "a python3 that has the package wasmtime; else that of VIRTUAL_ENV or of the PATH, if it"
              + " has")
  private @Nullable Path python;

  @Option(names = "--no-peers", description = "measure our engines alone")
  private boolean none;

  /**
   * Starts our engines.
   *
   * @throws CommandFailure when there is none of a name
   */
  OwnEngines start() {
    return OwnEngines.start(choices());
  }

  /** The same with classes that are kept. */
  OwnEngines startKept(ClassCache cache) {
    return OwnEngines.startKept(choices(), cache);
  }

  private List<EngineChoice> choices() {
    return CommandFailure.usageUnless(
        () -> engines.stream().distinct().map(EngineChoice::of).toList());
  }

  /** The others that are there. */
  Peers find() throws IOException, InterruptedException {
    return none ? Peers.NONE : Peers.find(Optional.ofNullable(python), System.getenv());
  }

  /** Whether absent ones are to be named. */
  boolean wanted() {
    return !none;
  }
}
