// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.Directory;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.NodeType;
import io.wasmwhisk.engine.files.tree.OpenFile;
import io.wasmwhisk.engine.files.tree.OpenMode;
import io.wasmwhisk.engine.files.tree.Times;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A directory of the host: where it was when it was opened, and the key it is recognised by. */
final class HostDirectory implements Directory {
  /** Names that one listing may have: they are kept in the heap. */
  private static final int MAX_NAMES = 100_000;

  /**
   * Resolving a path and acting on it are several steps of the host's. Between them no other guest
   * of this JVM may change a directory, whichever grant it comes from: grants can overlap.
   */
  static final Object MONITOR = new Object();

  private static final boolean LINUX = System.getProperty("os.name", "").equals("Linux");

  private final Path path;
  private final HostAttributes.Key key;
  private final boolean writable;

  HostDirectory(Path path, HostAttributes.Key key, boolean writable) {
    this.path = path;
    this.key = key;
    this.writable = writable;
  }

  /** Something that the host is asked to change. */
  @FunctionalInterface
  private interface Change {
    void run() throws IOException;
  }

  @Override
  public Object monitor() {
    return MONITOR;
  }

  @Override
  public void revalidate() throws FileException {
    if (!read(path).key().equals(key)) {
      throw new FileException(FileError.NOT_FOUND);
    }
  }

  @Override
  public Attributes attributes() throws FileException {
    return read(path).attributes();
  }

  @Override
  public void setTimes(Times times) throws FileException {
    change(() -> HostTimes.set(path, times));
  }

  @Override
  public List<String> names() throws FileException {
    return names(path, MAX_NAMES);
  }

  static List<String> names(Path directory, int limit) throws FileException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (names.size() == limit) {
          throw new FileException(FileError.FILE_TOO_LARGE);
        }
        names.add(String.valueOf(entry.getFileName()));
      }
    } catch (DirectoryIteratorException e) {
      throw new FileException(FileError.IO);
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
    return names;
  }

  @Override
  public Attributes lookup(String name) throws FileException {
    return read(child(name)).attributes();
  }

  @Override
  public Directory directory(String name) throws FileException {
    Path child = child(name);
    HostAttributes found = read(child);
    if (!found.isDirectory()) {
      throw new FileException(FileError.NOT_DIRECTORY);
    }
    return new HostDirectory(child, found.key(), writable);
  }

  @Override
  public OpenFile open(String name, OpenMode mode) throws FileException {
    Path child = child(name);
    boolean existing = Files.exists(child, LinkOption.NOFOLLOW_LINKS);
    // POSIX allows O_CREAT for a file that exists, even where nothing can be made.
    if (!writable && (mode.write() || mode.truncate() || (mode.create() && !existing))) {
      throw new FileException(FileError.READ_ONLY);
    }
    try {
      return HostFile.open(child, mode, existing, writable);
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }

  @Override
  public String readLink(String name) throws FileException {
    try {
      return Files.readSymbolicLink(child(name)).toString();
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }

  @Override
  public void createDirectory(String name) throws FileException {
    change(() -> Files.createDirectory(child(name)));
  }

  @Override
  public void createSymbolicLink(String name, String target) throws FileException {
    change(() -> Files.createSymbolicLink(child(name), pathOf(target)));
  }

  @Override
  public void link(String name, Directory target, String newName) throws FileException {
    HostDirectory other = writableHost(target);
    // Only Linux gives a second name to a symbolic link; elsewhere its target would get it.
    if (!LINUX && lookup(name).type() == NodeType.SYMBOLIC_LINK) {
      throw new FileException(FileError.NOT_SUPPORTED);
    }
    change(() -> Files.createLink(other.child(newName), child(name)));
  }

  @Override
  public void rename(String name, Directory target, String newName) throws FileException {
    HostDirectory other = writableHost(target);
    change(() -> Files.move(child(name), other.child(newName), StandardCopyOption.ATOMIC_MOVE));
  }

  @Override
  public void removeFile(String name) throws FileException {
    change(() -> delete(name, false));
  }

  @Override
  public void removeDirectory(String name) throws FileException {
    change(() -> delete(name, true));
  }

  private void delete(String name, boolean directory) throws IOException {
    Path child = child(name);
    if (read(child).isDirectory() != directory) {
      throw new FileException(directory ? FileError.NOT_DIRECTORY : FileError.IS_DIRECTORY);
    }
    Files.delete(child);
  }

  @Override
  public void setTimes(String name, Times times) throws FileException {
    change(() -> HostTimes.set(child(name), times));
  }

  private static HostDirectory writableHost(Directory other) throws FileException {
    if (!(other instanceof HostDirectory host)) {
      throw new FileException(FileError.CROSS_DEVICE);
    }
    if (!host.writable) {
      throw new FileException(FileError.READ_ONLY);
    }
    return host;
  }

  private void change(Change change) throws FileException {
    if (!writable) {
      throw new FileException(FileError.READ_ONLY);
    }
    try {
      change.run();
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }

  private static HostAttributes read(Path path) throws FileException {
    try {
      return HostAttributes.of(path);
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }

  /**
   * The path of an entry. The walk gives single names only, but what a name means is the host's
   * business, so the host is asked whether it is one.
   */
  private Path child(String name) throws FileException {
    Path single = pathOf(name);
    if (single.isAbsolute()
        || single.getNameCount() != 1
        || name.equals("..")
        || name.equals(".")
        || !single.toString().equals(name)) {
      throw new FileException(FileError.INVALID);
    }
    return path.resolve(single);
  }

  private Path pathOf(String text) throws FileException {
    try {
      return path.getFileSystem().getPath(text);
    } catch (InvalidPathException e) {
      throw new FileException(FileError.ILLEGAL_NAME);
    }
  }
}
