// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Values by key in a directory, each a file: its seal, then its bytes. A value that was not written
 * with this directory's secret, or under this key, or was changed, is not found. Several processes
 * of one user can share a directory. What goes wrong with a file costs its value and nothing else.
 *
 * <p>Thread-safe.
 */
public final class FileStore {
  private static final System.Logger LOGGER = System.getLogger(FileStore.class.getName());

  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");

  private final Path directory;
  private final long mostBytes;
  private final Seal seal;
  private final Clock clock;

  private FileStore(Path directory, long mostBytes, Seal seal, Clock clock) {
    this.directory = directory;
    this.mostBytes = mostBytes;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * Opens a directory, which is made where it is not there.
   *
   * @param mostBytes size of all files in it at most; when there are more, those unused longest go
   * @throws IOException when it cannot be used; the message says what was found and what to change
   */
  public static FileStore open(Path directory, long mostBytes) throws IOException {
    return open(directory, mostBytes, Clock.systemUTC());
  }

  static FileStore open(Path directory, long mostBytes, Clock clock) throws IOException {
    Files.createDirectories(directory);
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      requirePrivate(directory);
    }
    return new FileStore(directory, mostBytes, Seal.of(directory), clock);
  }

  /** What others could write here would be run. */
  private static void requirePrivate(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      if (entries.findAny().isEmpty()) {
        Files.setPosixFilePermissions(directory, PRIVATE);
      }
    }
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(directory);
    if (found.contains(PosixFilePermission.GROUP_WRITE)
        || found.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new FileSystemException(
          directory.toString(),
          null,
          "others can write it (%s), and what is kept there is run: take a directory of this user alone (chmod 700)"
              .formatted(PosixFilePermissions.toString(found)));
    }
  }

  /** The value of a key, where there is one. */
  public Optional<byte[]> get(String key) {
    Path file = file(key);
    try {
      byte[] sealed = Files.readAllBytes(file);
      Optional<byte[]> value = seal.open(key, sealed);
      if (value.isEmpty()) {
        LOGGER.log(
            System.Logger.Level.WARNING,
            file + " was changed, or is not of this directory; it is made anew");
        Files.deleteIfExists(file);
      } else {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      }
      return value;
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOGGER.log(System.Logger.Level.WARNING, "a kept value cannot be read: " + e);
      return Optional.empty();
    }
  }

  /** Keeps a value, if it fits. */
  public void put(String key, byte[] value) {
    byte[] sealed = seal.close(key, value);
    if (sealed.length > mostBytes) {
      return;
    }
    try {
      Path fresh = Files.createTempFile(directory, "new-", null);
      try {
        Files.write(fresh, sealed);
        Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));
        Files.move(
            fresh, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
      Shrinking.to(directory, mostBytes, file(key));
    } catch (IOException e) {
      LOGGER.log(System.Logger.Level.WARNING, "a value cannot be kept: " + e);
    }
  }

  /** Keys can be any text, names of files cannot. */
  private Path file(String key) {
    return directory.resolve(
        HexFormat.of().formatHex(Arrays.copyOf(Seal.sha256().digest(key.getBytes(UTF_8)), 20))
            + Shrinking.ENDING);
  }

  @Override
  public String toString() {
    return "%s, at most %d bytes".formatted(directory, mostBytes);
  }
}
