// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.archive;

import io.wasmwhisk.engine.files.tree.Directory;
import java.security.MessageDigest;
import java.util.Map;

/**
 * An immutable tree of files, shared by any number of guests at once. Whatever would change it is a
 * read-only file system to them.
 */
public final class ArchivedFiles {
  /** A tree without files. */
  public static final ArchivedFiles NONE = new ArchivedFiles(Map.of());

  private final ArchiveNode root;

  /**
   * @param contents the files by their paths: names between slashes, from the root, without {@code
   *     .} and {@code ..}. The arrays are kept, not copied.
   * @throws IllegalArgumentException when a path is none of that kind, or one is both a file and a
   *     directory
   */
  public ArchivedFiles(Map<String, byte[]> contents) {
    root = ArchiveNode.tree(contents);
  }

  /** Adds all names and contents to a digest: equal ones for equal trees only. */
  public void addTo(MessageDigest digest) {
    root.addTo(digest);
  }

  /** The tree's root, for one guest: guests do not wait for each other. */
  public Directory root() {
    return new ArchiveDirectory(root, new Object());
  }
}
