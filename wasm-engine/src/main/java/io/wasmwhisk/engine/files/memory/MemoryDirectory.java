// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.memory;

import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.Directory;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.NodeType;
import io.wasmwhisk.engine.files.tree.OpenDirectory;
import io.wasmwhisk.engine.files.tree.OpenFile;
import io.wasmwhisk.engine.files.tree.OpenMode;
import io.wasmwhisk.engine.files.tree.Times;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A directory: names and what they stand for. */
final class MemoryDirectory extends MemoryNode implements Directory, OpenDirectory {
  private final SortedMap<String, MemoryNode> entries = new TreeMap<>();
  private @Nullable MemoryDirectory parent;
  private boolean removed;

  /**
   * @param parent null for a root
   */
  MemoryDirectory(Storage storage, @Nullable MemoryDirectory parent) {
    super(storage);
    this.parent = parent;
  }

  @Override
  NodeType type() {
    return NodeType.DIRECTORY;
  }

  @Override
  long size() {
    return 0;
  }

  @Override
  void unreferenced() {
    removed = true;
  }

  @Override
  public Object monitor() {
    return storage;
  }

  @Override
  public OpenDirectory enter() throws FileException {
    if (removed) {
      throw new FileException(FileError.NOT_FOUND);
    }
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
    return describe();
  }

  @Override
  public void setTimes(Times times) {
    stamp(times);
  }

  @Override
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  @Override
  public Attributes lookup(String name) throws FileException {
    return node(name).describe();
  }

  @Override
  public OpenDirectory directory(String name) throws FileException {
    if (node(name) instanceof MemoryDirectory directory) {
      return directory;
    }
    throw new FileException(FileError.NOT_DIRECTORY);
  }

  @Override
  public OpenFile open(String name, OpenMode mode) throws FileException {
    if (mode.create() && !entries.containsKey(name)) {
      add(name, new MemoryFile(storage));
    }
    if (!(node(name) instanceof MemoryFile file)) {
      throw new FileException(FileError.IS_DIRECTORY);
    }
    if (mode.truncate()) {
      file.resize(0);
    }
    return file.open();
  }

  @Override
  public String readLink(String name) throws FileException {
    if (node(name) instanceof MemoryLink link) {
      return link.target();
    }
    throw new FileException(FileError.INVALID);
  }

  @Override
  public void createDirectory(String name) throws FileException {
    requireFree(name);
    add(name, new MemoryDirectory(storage, this));
  }

  @Override
  public void createSymbolicLink(String name, String target) throws FileException {
    requireFree(name);
    int bytes = MemoryLink.bytes(target);
    storage.takeTarget(bytes);
    try {
      add(name, new MemoryLink(storage, target));
    } catch (FileException e) {
      storage.giveBackTarget(bytes);
      throw e;
    }
  }

  @Override
  public void link(String name, OpenDirectory target, String newName) throws FileException {
    MemoryDirectory other = sameStorage(target);
    other.requireFree(newName);
    other.add(newName, node(name));
  }

  @Override
  public void rename(String name, OpenDirectory target, String newName) throws FileException {
    MemoryDirectory other = sameStorage(target);
    MemoryNode moved = node(name);
    MemoryNode replaced = other.entries.get(newName);
    if (moved == replaced) {
      return;
    }
    if (moved instanceof MemoryDirectory directory) {
      directory.requireNotAbove(other);
    }
    if (replaced instanceof MemoryDirectory directory) {
      directory.requireEmpty();
    }
    if (replaced == null) {
      exchangeName(name, newName);
    } else {
      storage.giveBackName(bytes(name));
      replaced.removeName();
    }
    entries.remove(name);
    other.entries.put(newName, moved);
    if (moved instanceof MemoryDirectory directory) {
      directory.parent = other;
    }
    touch();
    other.touch();
  }

  /** Gives room for one name back and takes room for another, or leaves all as it was. */
  private void exchangeName(String name, String newName) throws FileException {
    storage.giveBackName(bytes(name));
    try {
      storage.takeName(bytes(newName));
    } catch (FileException e) {
      storage.takeName(bytes(name));
      throw e;
    }
  }

  @Override
  public void removeFile(String name) throws FileException {
    if (node(name) instanceof MemoryDirectory) {
      throw new FileException(FileError.IS_DIRECTORY);
    }
    remove(name);
  }

  @Override
  public void removeDirectory(String name) throws FileException {
    if (!(node(name) instanceof MemoryDirectory directory)) {
      throw new FileException(FileError.NOT_DIRECTORY);
    }
    directory.requireEmpty();
    remove(name);
  }

  @Override
  public void setTimes(String name, Times times) throws FileException {
    node(name).stamp(times);
  }

  private MemoryNode node(String name) throws FileException {
    MemoryNode node = entries.get(name);
    if (node == null) {
      throw new FileException(FileError.NOT_FOUND);
    }
    return node;
  }

  private void add(String name, MemoryNode node) throws FileException {
    storage.takeName(bytes(name));
    entries.put(name, node);
    node.addName();
    touch();
  }

  private void remove(String name) throws FileException {
    MemoryNode node = node(name);
    entries.remove(name);
    storage.giveBackName(bytes(name));
    node.removeName();
    touch();
  }

  private void requireFree(String name) throws FileException {
    if (entries.containsKey(name)) {
      throw new FileException(FileError.EXISTS);
    }
  }

  private void requireEmpty() throws FileException {
    if (!entries.isEmpty()) {
      throw new FileException(FileError.NOT_EMPTY);
    }
  }

  /** A directory cannot be moved below itself. */
  private void requireNotAbove(MemoryDirectory other) throws FileException {
    for (MemoryDirectory above = other; above != null; above = above.parent) {
      if (above == this) {
        throw new FileException(FileError.INVALID);
      }
    }
  }

  private MemoryDirectory sameStorage(OpenDirectory other) throws FileException {
    if (other instanceof MemoryDirectory directory && directory.storage == storage) {
      return directory;
    }
    throw new FileException(FileError.CROSS_DEVICE);
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
