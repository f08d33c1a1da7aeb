// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.options;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import io.wasmwhisk.engine.snapshot.SnapshotRequest;
import io.wasmwhisk.invoker.capability.manifest.Manifest;
import io.wasmwhisk.invoker.code.ActionCode;
import io.wasmwhisk.invoker.code.ActionPackage;
import io.wasmwhisk.invoker.code.BadActionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A module from a file.
 *
 * @param name the file's name without its ending, as an action would be called
 * @param bytes the module
 * @param files what lies beside it in a zip
 * @param manifest what it asks for; empty when the zip has no manifest
 * @param snapshot the snapshot that its activations are to begin with
 * @param engine the engine that is to run it
 * @param arguments what it finds as arguments before the parameters
 */
public record GuestFile(
    String name,
    byte[] bytes,
    ArchivedFiles files,
    Optional<Manifest> manifest,
    Optional<SnapshotRequest> snapshot,
    EngineChoice engine,
    List<String> arguments) {
  /** As the plugin's whisk.wasm.code-limit. */
  private static final long MOST_BYTES = 64L << 20;

  /**
   * Reads a module, or the one in a zip archive, as the plugin does for an action; for JavaScript
   * it is the module that runs it.
   *
   * @throws CommandFailure when the file cannot be read, or the archive does not say which module
   *     is meant
   */
  public static GuestFile read(Path file) {
    byte[] bytes = FileBytes.read(file);
    String fileName = String.valueOf(file.getFileName());
    int dot = fileName.lastIndexOf('.');
    ActionPackage content = open(bytes, fileName.endsWith(".js") || fileName.endsWith(".cjs"));
    return new GuestFile(
        dot > 0 ? fileName.substring(0, dot) : fileName,
        content.module(),
        content.files(),
        content.manifest(),
        content.snapshot(),
        content.engine(),
        content.arguments());
  }

  private static ActionPackage open(byte[] bytes, boolean text) {
    try {
      ActionCode code = new ActionCode(MOST_BYTES);
      return text
          ? code.openText(new String(bytes, UTF_8), ActionCode.DEFAULT_MAIN)
          : code.open(bytes, ActionCode.DEFAULT_MAIN);
    } catch (BadActionException e) {
      throw new CommandFailure(ExitCode.INVALID_MODULE, String.valueOf(e.getMessage()));
    }
  }
}
