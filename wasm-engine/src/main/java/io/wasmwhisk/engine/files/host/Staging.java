// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries that the JDK makes by path only: at the top of the grant, which no guest can move,
 * under a name that nobody knows, and moved from there into the directory that is held open. In
 * that directory itself a path could lead astray: while the path is walked, another process may put
 * a symbolic link in the directory's place.
 *
 * @param grant the granted directory, where entries are made
 * @param top the same, held open
 * @param target where they are moved to
 */
record Staging(
    HostGrant grant, SecureDirectoryStream<Path> top, SecureDirectoryStream<Path> target) {
  /** Makes an entry at a path, or changes the one that is there. */
  @FunctionalInterface
  interface Step {
    void run(Path path) throws IOException;
  }

  /** Makes an entry of a name that there must not be. */
  void place(Path name, Step maker) throws IOException {
    placeOnly(null, name, maker);
  }

  /**
   * As {@link #place}, for an entry that already has another name.
   *
   * @param key what it must be recognised by; null for anything
   */
  void placeOnly(@Nullable Object key, Path name, Step maker) throws IOException {
    requireFree(name);
    Path staged = unknown(name);
    maker.run(grant.path().resolve(staged));
    try {
      require(key, staged);
      top.move(staged, target, name);
    } catch (IOException e) {
      discard(staged);
      throw e;
    }
  }

  /** Changes an entry under a second name, which it has no longer than that takes. */
  void change(Object key, Path name, Step secondName, Step change) throws IOException {
    Path staged = unknown(name);
    secondName.run(grant.path().resolve(staged));
    try {
      require(key, staged);
      change.run(grant.path().resolve(staged));
    } finally {
      discard(staged);
    }
  }

  private static Path unknown(Path name) {
    return name.resolveSibling(".wasmwhisk-" + UUID.randomUUID());
  }

  private void require(@Nullable Object key, Path staged) throws IOException {
    if (key != null && !key.equals(key(top, staged))) {
      throw new FileException(FileError.NOT_FOUND);
    }
  }

  private void requireFree(Path name) throws IOException {
    try {
      key(target, name);
    } catch (NoSuchFileException e) {
      return;
    }
    throw new FileAlreadyExistsException(name.toString());
  }

  private static @Nullable Object key(SecureDirectoryStream<Path> directory, Path name)
      throws IOException {
    return directory
        .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes()
        .fileKey();
  }

  private void discard(Path staged) throws IOException {
    boolean directory =
        top.getFileAttributeView(staged, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes()
            .isDirectory();
    if (directory) {
      top.deleteDirectory(staged);
    } else {
      top.deleteFile(staged);
    }
  }
}
