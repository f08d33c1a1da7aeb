// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.tree;

import java.util.List;

/**
 * A directory during one operation, addressed by single names: never a path, never {@code .} or
 * {@code ..}, and never through a symbolic link. {@link PathWalk} makes paths of these steps, so
 * that confinement is decided in one place for every file system.
 */
public interface OpenDirectory extends AutoCloseable {
  /** This directory, to be kept when the operation is over. */
  Directory kept();

  /** What is known of the directory itself. */
  Attributes attributes() throws FileException;

  /** Sets the directory's own time stamps. */
  void setTimes(Times times) throws FileException;

  /** The names in it, without {@code .} and {@code ..}. */
  List<String> names() throws FileException;

  /**
   * What is known of an entry.
   *
   * @throws FileException {@link FileError#NOT_FOUND} when there is none
   */
  Attributes lookup(String name) throws FileException;

  /**
   * The directory of this name, {@link FileError#NOT_DIRECTORY} for anything else. It ends with
   * this one.
   */
  OpenDirectory directory(String name) throws FileException;

  /** Opens or makes the regular file of this name. */
  OpenFile open(String name, OpenMode mode) throws FileException;

  /** The target of a symbolic link, as it was written. */
  String readLink(String name) throws FileException;

  /** Makes an empty directory. */
  void createDirectory(String name) throws FileException;

  /** Makes a symbolic link. */
  void createSymbolicLink(String name, String target) throws FileException;

  /** Gives the file {@code name} a second name. */
  void link(String name, OpenDirectory target, String newName) throws FileException;

  /** Moves an entry, replacing a file or an empty directory of the new name. */
  void rename(String name, OpenDirectory target, String newName) throws FileException;

  /** Removes anything but a directory. */
  void removeFile(String name) throws FileException;

  /** Removes an empty directory. */
  void removeDirectory(String name) throws FileException;

  /** Sets an entry's time stamps; a symbolic link's own, not its target's. */
  void setTimes(String name, Times times) throws FileException;

  /** Ends the operation. */
  @Override
  void close();
}
