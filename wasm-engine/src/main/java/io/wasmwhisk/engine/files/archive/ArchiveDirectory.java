// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.archive;

import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.Directory;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.OpenDirectory;
import io.wasmwhisk.engine.files.tree.OpenFile;
import io.wasmwhisk.engine.files.tree.OpenMode;
import io.wasmwhisk.engine.files.tree.Times;
import java.util.List;

/** A directory of the tree, as one guest sees it. */
final class ArchiveDirectory implements Directory, OpenDirectory {
  private final ArchiveNode node;
  private final Object monitor;

  ArchiveDirectory(ArchiveNode node, Object monitor) {
    this.node = node;
    this.monitor = monitor;
  }

  @Override
  public Object monitor() {
    return monitor;
  }

  @Override
  public OpenDirectory enter() {
    return this;
  }

  @Override
  public Directory kept() {
    return this;
  }

  @Override
  public void close() {}

  @Override
  public Attributes attributes() {
    return node.attributes();
  }

  @Override
  public List<String> names() {
    return List.copyOf(node.entries().keySet());
  }

  @Override
  public Attributes lookup(String name) throws FileException {
    return entry(name).attributes();
  }

  @Override
  public OpenDirectory directory(String name) throws FileException {
    ArchiveNode entry = entry(name);
    if (!entry.isDirectory()) {
      throw new FileException(FileError.NOT_DIRECTORY);
    }
    return new ArchiveDirectory(entry, monitor);
  }

  @Override
  public OpenFile open(String name, OpenMode mode) throws FileException {
    boolean existing = node.entries().containsKey(name);
    // POSIX allows O_CREAT for a file that exists, even where nothing can be made.
    if (mode.write() || mode.truncate() || (mode.create() && !existing)) {
      throw readOnly();
    }
    ArchiveNode entry = entry(name);
    if (entry.isDirectory()) {
      throw new FileException(FileError.IS_DIRECTORY);
    }
    return new ArchiveFile(entry);
  }

  /** There are no symbolic links in the tree. */
  @Override
  public String readLink(String name) throws FileException {
    entry(name);
    throw new FileException(FileError.INVALID);
  }

  @Override
  public void setTimes(Times times) throws FileException {
    throw readOnly();
  }

  @Override
  public void createDirectory(String name) throws FileException {
    throw readOnly();
  }

  @Override
  public void createSymbolicLink(String name, String target) throws FileException {
    throw readOnly();
  }

  @Override
  public void link(String name, OpenDirectory target, String newName) throws FileException {
    throw readOnly();
  }

  @Override
  public void rename(String name, OpenDirectory target, String newName) throws FileException {
    throw readOnly();
  }

  @Override
  public void removeFile(String name) throws FileException {
    throw readOnly();
  }

  @Override
  public void removeDirectory(String name) throws FileException {
    throw readOnly();
  }

  @Override
  public void setTimes(String name, Times times) throws FileException {
    throw readOnly();
  }

  static FileException readOnly() {
    return new FileException(FileError.READ_ONLY);
  }

  private ArchiveNode entry(String name) throws FileException {
    ArchiveNode entry = node.entries().get(name);
    if (entry == null) {
      throw new FileException(FileError.NOT_FOUND);
    }
    return entry;
  }
}
