// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import io.wasmwhisk.engine.files.tree.Directory;
import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * Directories of the host that a guest may use, with everything below them and nothing else. Paths
 * are resolved here, component by component, never by the host, and every object that a guest
 * opened is recognised by the host's file key before it is used again: moving a directory away and
 * putting a symbolic link in its place leads nowhere.
 *
 * <p>Guests of one JVM exclude each other during each operation. What other processes of the host
 * do to the directory at the same moment is not guarded against; nor is the room that files take.
 */
public final class HostDirectories {
  private HostDirectories() {}

  /**
   * A directory that a guest may read.
   *
   * @throws IOException when it is no directory, or its file system cannot tell files apart
   */
  public static Directory readOnly(Path directory) throws IOException {
    return open(directory, false);
  }

  /**
   * A directory that a guest may read and change.
   *
   * @throws IOException when it is no directory, or its file system cannot tell files apart
   */
  public static Directory writable(Path directory) throws IOException {
    return open(directory, true);
  }

  private static Directory open(Path directory, boolean writable) throws IOException {
    Path real = directory.toRealPath();
    HostAttributes attributes = HostAttributes.of(real);
    if (!attributes.isDirectory()) {
      throw new NotDirectoryException(directory.toString());
    }
    return new HostDirectory(real, attributes.key(), writable);
  }
}
