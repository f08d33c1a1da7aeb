// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.files.host.HostDirectories;
import io.wasmwhisk.engine.files.tree.Directory;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.Location;
import io.wasmwhisk.engine.files.tree.OpenDirectory;
import io.wasmwhisk.engine.files.tree.PathWalk;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * A directory of the host that a guest may use with everything below it.
 *
 * @param guestPath the guest's name for it, {@code /data} for instance
 * @param host where it is
 * @param below which directory below {@code host} is meant, a relative path; empty for {@code host}
 *     itself. Symbolic links in it lead nowhere outside of {@code host}
 * @param writable whether the guest may change it
 */
public record DirectoryGrant(String guestPath, Path host, String below, boolean writable) {

  /** A whole directory. */
  public DirectoryGrant(String guestPath, Path host, boolean writable) {
    this(guestPath, host, "", writable);
  }

  /**
   * Makes sure that it can be opened.
   *
   * @throws IOException when it is not there, is no directory, or leaves {@code host}. The message
   *     is for whoever may not know the host's paths
   */
  public void check() throws IOException {
    try {
      open();
    } catch (IOException e) {
      throw new IOException(reason(e), e);
    }
  }

  /** Why it cannot be opened, without the host's path. */
  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException gone -> "it does not exist";
      case NotDirectoryException file -> "it is no directory";
      case AccessDeniedException denied -> "permission denied";
      case FileException known -> known.error().words();
      default -> "the host cannot open it";
    };
  }

  Directory open() throws IOException {
    Directory root = writable ? HostDirectories.writable(host) : HostDirectories.readOnly(host);
    if (below.isEmpty()) {
      return root;
    }
    synchronized (root.monitor()) {
      try (OpenDirectory top = root.enter()) {
        Location location = PathWalk.walk(top, below, true);
        OpenDirectory last = location.directory();
        String name = location.name();
        return (name == null ? last : last.directory(name)).kept();
      }
    }
  }
}
