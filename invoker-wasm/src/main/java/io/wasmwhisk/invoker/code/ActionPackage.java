// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.code;

import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import io.wasmwhisk.engine.snapshot.SnapshotRequest;
import io.wasmwhisk.invoker.capability.manifest.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * What an action's code holds.
 *
 * @param language what it is written in
 * @param module the bytes of the module that runs: the action's own, or that of its language
 * @param files everything else: of its zip, or its text
 * @param manifest what it asks for; empty when the zip has no manifest
 */
public record ActionPackage(
    Language language, byte[] module, ArchivedFiles files, Optional<Manifest> manifest) {

  /** What runs. */
  public enum Language {
    /** The action's own module. */
    WEBASSEMBLY,
    /** The action's text, by a module that is ours: its code is loaded once at initialisation. */
    JAVASCRIPT
  }

  /** The engine that is asked for. */
  public EngineChoice engine() {
    return manifest.map(Manifest::engine).orElse(EngineChoice.AUTO);
  }

  /** What its guest finds as arguments before the parameters. */
  public List<String> arguments() {
    return manifest.map(Manifest::arguments).orElse(List.of());
  }

  /** The snapshot that is asked for. */
  public Optional<SnapshotRequest> snapshot() {
    return manifest
        .flatMap(Manifest::snapshot)
        .map(
            ask ->
                new SnapshotRequest(
                    ask.initialize()
                        .orElse(
                            switch (language) {
                              case WEBASSEMBLY -> SnapshotRequest.DEFAULT_INITIALIZE;
                              case JAVASCRIPT -> JavaScript.LOAD;
                            }),
                    ask.renew(),
                    ask.start()));
  }
}
