// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.guests;

import io.wasmwhisk.cli.bench.contender.Work;
import io.wasmwhisk.engine.Invocation;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.SnapshotSource;
import io.wasmwhisk.engine.snapshot.SnapshotRequest;
import io.wasmwhisk.invoker.code.ActionCode;
import io.wasmwhisk.invoker.code.ActionPackage;
import io.wasmwhisk.invoker.code.BadActionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A guest that the user names: an action as it is deployed, a module or a zip with files and a
 * manifest beside it. Capabilities that the manifest asks for are not given.
 */
public final class UsersGuest {
  /** An interpreter's start is long where it is interpreted itself, on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final String name;
  private final Path file;

  UsersGuest(String name, Path file) {
    this.name = name;
    this.file = file;
  }

  /**
   * The guest, ready to be measured.
   *
   * @param scratch where peers find its files
   * @param snapshots asked where its manifest asks for a snapshot
   * @throws IOException when the file cannot be read, holds no module, or has no snapshot
   */
  Guest open(Path scratch, Snapshots snapshots) throws IOException {
    ActionPackage action = read();
    Optional<SnapshotRequest> request = action.snapshot();
    Optional<byte[]> snapshot =
        request.isPresent()
            ? Optional.of(snapshots.take(action.module(), source(action, request.get())))
            : Optional.empty();
    return new Guest(
        "the user's file" + (snapshot.isPresent() ? "; ours from its snapshot" : ""),
        new Work(
            name,
            action.module(),
            Guests.INPUT,
            action.arguments(),
            action.files(),
            directory(scratch),
            Guests.EXPECTED,
            snapshot));
  }

  private ActionPackage read() throws IOException {
    try {
      return new ActionCode(Guests.MOST_BYTES)
          .open(Files.readAllBytes(file), ActionCode.DEFAULT_MAIN);
    } catch (BadActionException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static SnapshotSource source(ActionPackage action, SnapshotRequest request) {
    return new SnapshotSource(
        Invocation.SOLE_OWNER,
        request,
        action.files(),
        List.of(),
        Limits.DEFAULTS.withTime(PATIENCE));
  }

  /** A zip's files as they are; none of a module alone. */
  private Optional<Path> directory(Path scratch) throws IOException {
    if (!String.valueOf(file.getFileName()).endsWith(".zip")) {
      return Optional.empty();
    }
    Path directory = Files.createTempDirectory(scratch, "guest").toRealPath();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory()) {
          unfold(zip, entry, directory);
        }
      }
    }
    return Optional.of(directory);
  }

  private void unfold(ZipFile zip, ZipEntry entry, Path directory) throws IOException {
    Path target = directory.resolve(entry.getName()).normalize();
    if (!target.startsWith(directory)) {
      throw new IOException("%s: the entry %s leads out of it".formatted(file, entry.getName()));
    }
    Files.createDirectories(target.getParent());
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, target);
    }
  }

  /** Who initialises a module once. */
  @FunctionalInterface
  public interface Snapshots {
    /**
     * A snapshot as a module.
     *
     * @throws IOException when there can be none
     */
    byte[] take(byte[] module, SnapshotSource source) throws IOException;
  }
}
