// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.Directory;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.Location;
import io.wasmwhisk.engine.files.tree.NodeType;
import io.wasmwhisk.engine.files.tree.OpenDirectory;
import io.wasmwhisk.engine.files.tree.OpenMode;
import io.wasmwhisk.engine.files.tree.PathWalk;
import io.wasmwhisk.engine.files.tree.Times;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open directory. Paths are relative to it and cannot leave it, whatever is above it in its file
 * system ({@link PathWalk}).
 */
public final class DirectoryDescriptor extends Descriptor {
  private final Directory directory;
  private final @Nullable String grantedPath;
  private final Listings listings;
  private @Nullable List<String> listing;

  DirectoryDescriptor(Directory directory, @Nullable String grantedPath, Listings listings) {
    this.directory = directory;
    this.grantedPath = grantedPath;
    this.listings = listings;
  }

  /** How many more names the open directories of one table may keep between two reads. */
  static final class Listings {
    private int free;

    Listings(int limit) {
      free = limit;
    }

    private void take(int names) throws FileException {
      if (names > free) {
        throw new FileException(FileError.NO_SPACE);
      }
      free -= names;
    }
  }

  /** An operation on a directory, which it has to itself. */
  @FunctionalInterface
  private interface Change {
    void run(OpenDirectory here) throws FileException;
  }

  /** An operation on a directory that has an answer. */
  @FunctionalInterface
  private interface Question<T> {
    T run(OpenDirectory here) throws FileException;
  }

  @Override
  public NodeType type() {
    return NodeType.DIRECTORY;
  }

  @Override
  public DirectoryDescriptor directory() {
    return this;
  }

  @Override
  public FileDescriptor file() throws FileException {
    throw new FileException(FileError.IS_DIRECTORY);
  }

  /** What the guest calls the directory when it was granted; null when the guest opened it. */
  public @Nullable String grantedPath() {
    return grantedPath;
  }

  @Override
  public Attributes attributes() throws FileException {
    return answer(OpenDirectory::attributes);
  }

  @Override
  public void setTimes(Times times) throws FileException {
    change(here -> here.setTimes(times));
  }

  @Override
  public int read(byte[] target, int offset, int length) throws FileException {
    throw new FileException(FileError.IS_DIRECTORY);
  }

  @Override
  public int write(byte[] source, int offset, int length) throws FileException {
    throw new FileException(FileError.IS_DIRECTORY);
  }

  /**
   * The names in the directory, as they were when they were last asked for afresh: a guest that
   * removes entries while it reads on sees each of them once.
   *
   * @throws FileException {@link FileError#NO_SPACE} when open directories keep too many names
   */
  public List<String> names(boolean afresh) throws FileException {
    List<String> known = listing;
    if (known == null || afresh) {
      forget();
      known = answer(OpenDirectory::names);
      listings.take(known.size());
      listing = known;
    }
    return known;
  }

  private void forget() {
    if (listing != null) {
      listings.free += listing.size();
      listing = null;
    }
  }

  @Override
  public void close() {
    forget();
  }

  /** What is known of an entry; empty when it is gone. */
  public Optional<Attributes> entry(String name) throws FileException {
    return answer(
        here -> Optional.ofNullable(new Location(here, name, false).attributesIfExists()));
  }

  /** What is known of the file at a path. */
  public Attributes attributes(String path, boolean follow) throws FileException {
    return answer(here -> PathWalk.walk(here, path, follow).attributes());
  }

  /** Sets the time stamps of the file at a path. */
  public void setTimes(String path, boolean follow, Times times) throws FileException {
    change(
        here -> {
          Location location = PathWalk.walk(here, path, follow);
          if (location.name() == null) {
            location.directory().setTimes(times);
          } else {
            location.attributes();
            location.directory().setTimes(location.name(), times);
          }
        });
  }

  /**
   * Opens the file or directory at a path.
   *
   * @param follow whether a symbolic link at the end is followed
   * @param mode how a file is opened
   * @param onlyDirectory anything but a directory is an error
   */
  public Descriptor open(String path, boolean follow, OpenMode mode, boolean onlyDirectory)
      throws FileException {
    if (onlyDirectory && mode.create()) {
      throw new FileException(FileError.INVALID);
    }
    return answer(
        here -> open(PathWalk.walk(here, path, follow && !mode.exclusive()), mode, onlyDirectory));
  }

  private Descriptor open(Location location, OpenMode mode, boolean onlyDirectory)
      throws FileException {
    Attributes found = location.attributesIfExists();
    if (found != null && mode.exclusive()) {
      throw new FileException(FileError.EXISTS);
    }
    if (found == null && !mode.create()) {
      throw new FileException(FileError.NOT_FOUND);
    }
    if (found == null && location.mustBeDirectory()) {
      throw new FileException(FileError.IS_DIRECTORY);
    }
    NodeType type = found == null ? NodeType.REGULAR_FILE : found.type();
    return switch (type) {
      case DIRECTORY -> openDirectory(location, mode);
      case REGULAR_FILE -> openFile(location, mode, onlyDirectory);
      case SYMBOLIC_LINK -> throw new FileException(FileError.LOOP);
      // Opening a pipe waits for its other end, and a device may do anything: neither is a file.
      case CHARACTER_DEVICE, UNKNOWN -> throw new FileException(FileError.ACCESS_DENIED);
    };
  }

  private Descriptor openDirectory(Location location, OpenMode mode) throws FileException {
    if (mode.changes()) {
      throw new FileException(FileError.IS_DIRECTORY);
    }
    String name = location.name();
    OpenDirectory opened =
        name == null ? location.directory() : location.directory().directory(name);
    return new DirectoryDescriptor(opened.kept(), null, listings);
  }

  private static Descriptor openFile(Location location, OpenMode mode, boolean onlyDirectory)
      throws FileException {
    if (onlyDirectory) {
      throw new FileException(FileError.NOT_DIRECTORY);
    }
    String name = location.nameOr(FileError.IS_DIRECTORY);
    return new FileDescriptor(location.directory().open(name, mode), mode.read(), mode.write());
  }

  /** Makes a directory. */
  public void createDirectory(String path) throws FileException {
    change(
        here -> {
          Location location = PathWalk.walk(here, path, false);
          location.directory().createDirectory(location.nameOr(FileError.EXISTS));
        });
  }

  /** Removes an empty directory. */
  public void removeDirectory(String path) throws FileException {
    change(
        here -> {
          Location location = PathWalk.walk(here, path, false);
          String name = location.nameOr(FileError.INVALID);
          requireType(location.attributes().type() == NodeType.DIRECTORY, FileError.NOT_DIRECTORY);
          location.directory().removeDirectory(name);
        });
  }

  /** Removes anything but a directory. */
  public void removeFile(String path) throws FileException {
    change(
        here -> {
          Location location = PathWalk.walk(here, path, false);
          String name = location.nameOr(FileError.IS_DIRECTORY);
          requireType(location.attributes().type() != NodeType.DIRECTORY, FileError.IS_DIRECTORY);
          location.directory().removeFile(name);
        });
  }

  /** The target of a symbolic link; {@link FileError#NOT_PERMITTED} when it is absolute. */
  public String readLink(String path) throws FileException {
    return answer(
        here -> {
          Location location = PathWalk.walk(here, path, false);
          String name = location.nameOr(FileError.INVALID);
          requireType(location.attributes().type() == NodeType.SYMBOLIC_LINK, FileError.INVALID);
          return requireRelative(location.directory().readLink(name));
        });
  }

  /** Makes a symbolic link to a relative target, which need not exist. */
  public void createSymbolicLink(String target, String path) throws FileException {
    PathWalk.check(target);
    requireRelative(target);
    change(
        here -> {
          Location location = PathWalk.walk(here, path, false);
          String name = requireNew(location);
          location.directory().createSymbolicLink(name, target);
        });
  }

  /** Gives a file a second name, below this directory or another one. */
  public void link(String path, boolean follow, DirectoryDescriptor target, String newPath)
      throws FileException {
    change(
        here -> {
          Location from = PathWalk.walk(here, path, follow);
          String name = from.nameOr(FileError.NOT_PERMITTED);
          requireType(from.attributes().type() != NodeType.DIRECTORY, FileError.NOT_PERMITTED);
          try (OpenDirectory there = target.directory.enter()) {
            Location to = PathWalk.walk(there, newPath, false);
            from.directory().link(name, to.directory(), requireNew(to));
          }
        });
  }

  /** Moves a file or directory, below this directory or another one, replacing what is there. */
  public void rename(String path, DirectoryDescriptor target, String newPath) throws FileException {
    change(
        here -> {
          Location from = PathWalk.walk(here, path, false);
          try (OpenDirectory there = target.directory.enter()) {
            Location to = PathWalk.walk(there, newPath, false);
            String name = from.nameOr(FileError.BUSY);
            String newName = to.nameOr(FileError.BUSY);
            requireReplaceable(from.attributes(), to);
            from.directory().rename(name, to.directory(), newName);
          }
        });
  }

  private static void requireReplaceable(Attributes moved, Location to) throws FileException {
    boolean directory = moved.type() == NodeType.DIRECTORY;
    requireType(directory || !to.mustBeDirectory(), FileError.NOT_DIRECTORY);
    Attributes replaced = to.attributesIfExists();
    if (replaced != null) {
      boolean replacesDirectory = replaced.type() == NodeType.DIRECTORY;
      requireType(directory || !replacesDirectory, FileError.IS_DIRECTORY);
      requireType(!directory || replacesDirectory, FileError.NOT_DIRECTORY);
    }
  }

  /** The name of an entry that is to be made and is no directory. */
  private static String requireNew(Location location) throws FileException {
    String name = location.nameOr(FileError.EXISTS);
    if (location.attributesIfExists() != null) {
      throw new FileException(FileError.EXISTS);
    }
    requireType(!location.mustBeDirectory(), FileError.NOT_FOUND);
    return name;
  }

  private static String requireRelative(String target) throws FileException {
    requireType(!target.startsWith("/"), FileError.NOT_PERMITTED);
    return target;
  }

  private static void requireType(boolean fits, FileError otherwise) throws FileException {
    if (!fits) {
      throw new FileException(otherwise);
    }
  }

  private <T> T answer(Question<T> question) throws FileException {
    synchronized (directory.monitor()) {
      try (OpenDirectory here = directory.enter()) {
        return question.run(here);
      }
    }
  }

  private void change(Change change) throws FileException {
    answer(
        here -> {
          change.run(here);
          return true;
        });
  }
}
