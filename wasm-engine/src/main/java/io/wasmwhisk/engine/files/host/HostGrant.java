// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Objects;

/**
 * A directory that was granted: the top of what a guest may reach.
 *
 * @param path where it was when it was granted, without symbolic links
 * @param key what it is recognised by
 * @param writable whether a guest may change anything below it
 */
record HostGrant(Path path, Object key, boolean writable) {
  /**
   * Grants a directory.
   *
   * @throws IOException when it is no directory, or its file system cannot do what confinement
   *     needs
   */
  static HostGrant of(Path directory, boolean writable) throws IOException {
    Path real = directory.toRealPath();
    if (!Files.isDirectory(real)) {
      throw new NotDirectoryException(directory.toString());
    }
    HostAttributes.of(real);
    try (SecureDirectoryStream<Path> opened = open(real)) {
      return new HostGrant(real, key(opened), writable);
    }
  }

  /** The directory itself, held open by the host; {@code NOT_FOUND} when another has its place. */
  SecureDirectoryStream<Path> enter() throws IOException {
    SecureDirectoryStream<Path> opened = open(path);
    if (key(opened).equals(key)) {
      return opened;
    }
    opened.close();
    throw new FileException(FileError.NOT_FOUND);
  }

  /** What an open directory is recognised by. */
  static Object key(SecureDirectoryStream<Path> opened) throws IOException {
    return Objects.requireNonNull(
        opened.getFileAttributeView(BasicFileAttributeView.class).readAttributes().fileKey());
  }

  private static SecureDirectoryStream<Path> open(Path path) throws IOException {
    DirectoryStream<Path> opened = Files.newDirectoryStream(path);
    if (opened instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    opened.close();
    throw new FileSystemException(
        path.toString(), null, "this file system cannot open a file below an open directory");
  }
}
