// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import io.wasmwhisk.engine.files.tree.Directory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Directories of the host that a guest may use, with everything below them and nothing else. Paths
 * are resolved here, name by name, never by the host; each directory on the way is held open while
 * the next name is looked up in it, and what a guest opened is recognised by the host's file key
 * before it is used again. So neither a guest nor another process of the host leads a path astray
 * by putting a symbolic link in a directory's place.
 *
 * <p>Guests of one JVM exclude each other during each operation. The room that files take is not
 * limited here.
 */
public final class HostDirectories {
  private HostDirectories() {}

  /**
   * A directory that a guest may read.
   *
   * @throws IOException when it is no directory, or its file system cannot do what confinement
   *     needs
   */
  public static Directory readOnly(Path directory) throws IOException {
    return open(directory, false);
  }

  /**
   * A directory that a guest may read and change.
   *
   * @throws IOException when it is no directory, or its file system cannot do what confinement
   *     needs
   */
  public static Directory writable(Path directory) throws IOException {
    return open(directory, true);
  }

  private static Directory open(Path directory, boolean writable) throws IOException {
    HostGrant grant = HostGrant.of(directory, writable);
    return new HostDirectory(grant, List.of(), grant.key());
  }
}
