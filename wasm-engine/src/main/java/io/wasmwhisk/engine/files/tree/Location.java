// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.tree;

import org.jspecify.annotations.Nullable;

/**
 * Where a path leads: an entry of a directory, which may or may not exist, or a directory itself.
 *
 * @param directory the directory that the last step is taken in
 * @param name the entry's name; null when the path means {@code directory} itself
 * @param mustBeDirectory the path ended in a slash
 */
public record Location(OpenDirectory directory, @Nullable String name, boolean mustBeDirectory) {

  /** The entry's name, or {@code otherwise} thrown when the path means the directory itself. */
  public String nameOr(FileError otherwise) throws FileException {
    if (name == null) {
      throw new FileException(otherwise);
    }
    return name;
  }

  /** What is there; {@link FileError#NOT_FOUND} when nothing is. */
  public Attributes attributes() throws FileException {
    Attributes found = name == null ? directory.attributes() : directory.lookup(name);
    if (mustBeDirectory && found.type() != NodeType.DIRECTORY) {
      throw new FileException(FileError.NOT_DIRECTORY);
    }
    return found;
  }

  /** As {@link #attributes()}, or null when nothing is there. */
  public @Nullable Attributes attributesIfExists() throws FileException {
    try {
      return attributes();
    } catch (FileException e) {
      if (e.error() == FileError.NOT_FOUND) {
        return null;
      }
      throw e;
    }
  }
}
