// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.NodeType;
import io.wasmwhisk.engine.files.tree.OpenDirectory;
import io.wasmwhisk.engine.files.tree.OpenFile;
import io.wasmwhisk.engine.files.tree.OpenMode;
import io.wasmwhisk.engine.files.tree.Times;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory of the host that is held open, so that single names below it mean what they mean in
 * this very directory ({@code openat} and its siblings), wherever it is moved and whatever takes
 * its place meanwhile. What the JDK offers by path only is asked by path, and believed only about
 * the very file that is seen from here.
 */
final class OpenHostDirectory implements OpenDirectory {
  /** Names that one listing may have: they are kept in the heap. */
  private static final int MAX_NAMES = 100_000;

  /** How often a file may be replaced by another one while it is looked at. */
  private static final int MAX_LOOKS = 16;

  private static final boolean LINUX = System.getProperty("os.name", "").equals("Linux");

  private final HostDirectory place;
  private final OpenChain chain;
  private final SecureDirectoryStream<Path> stream;
  private final Path path;

  OpenHostDirectory(HostDirectory place, OpenChain chain, SecureDirectoryStream<Path> stream) {
    this.place = place;
    this.chain = chain;
    this.stream = stream;
    this.path = place.path();
  }

  /** Something that the host is asked to change. */
  @FunctionalInterface
  private interface Change {
    void run() throws IOException;
  }

  @Override
  public HostDirectory kept() {
    return place;
  }

  @Override
  public void close() {
    chain.close();
  }

  @Override
  public Attributes attributes() throws FileException {
    try {
      return look(null, path).attributes();
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }

  @Override
  public Attributes lookup(String name) throws FileException {
    return look(name).attributes();
  }

  /** What is known of an entry, and what it is recognised by. */
  HostAttributes look(String name) throws FileException {
    Path single = single(name);
    try {
      return look(single, path.resolve(single));
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }

  /**
   * Handles tell no numbers of links and no times of changes, paths do: so they are asked by path,
   * until what is there is what is seen from here.
   */
  private HostAttributes look(@Nullable Path single, Path full) throws IOException {
    for (int looks = 0; looks < MAX_LOOKS; looks++) {
      Object key = view(single).readAttributes().fileKey();
      HostAttributes found = HostAttributes.of(full);
      if (found.key().equals(key)) {
        return found;
      }
    }
    throw new FileException(FileError.NOT_FOUND);
  }

  private BasicFileAttributeView view(@Nullable Path single) {
    return single == null
        ? stream.getFileAttributeView(BasicFileAttributeView.class)
        : stream.getFileAttributeView(
            single, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public List<String> names() throws FileException {
    return names(MAX_NAMES);
  }

  List<String> names(int limit) throws FileException {
    List<String> names = new ArrayList<>();
    try {
      for (Path entry : stream) {
        if (names.size() == limit) {
          throw new FileException(FileError.FILE_TOO_LARGE);
        }
        names.add(String.valueOf(entry.getFileName()));
      }
    } catch (DirectoryIteratorException e) {
      throw new FileException(FileError.IO);
    }
    return names;
  }

  @Override
  public OpenHostDirectory directory(String name) throws FileException {
    Path single = single(name);
    // Opening a pipe would wait for its other end.
    if (look(name).type() != NodeType.DIRECTORY) {
      throw new FileException(FileError.NOT_DIRECTORY);
    }
    if (place.names().size() == HostDirectory.MAX_LEVELS) {
      throw new FileException(FileError.NAME_TOO_LONG);
    }
    List<Path> names = new ArrayList<>(place.names());
    names.add(single);
    try {
      SecureDirectoryStream<Path> child = chain.open(stream, single);
      HostDirectory below = new HostDirectory(place.grant(), names, HostGrant.key(child));
      return new OpenHostDirectory(below, chain, child);
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }

  @Override
  public OpenFile open(String name, OpenMode mode) throws FileException {
    HostAttributes existing = lookIfExists(name);
    // POSIX allows O_CREAT for a file that exists, even where nothing can be made.
    if (!place.grant().writable()
        && (mode.write() || mode.truncate() || (mode.create() && existing == null))) {
      throw new FileException(FileError.READ_ONLY);
    }
    try {
      return HostFile.open(this, name, mode, existing);
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }

  private @Nullable HostAttributes lookIfExists(String name) throws FileException {
    try {
      return look(name);
    } catch (FileException e) {
      if (e.error() == FileError.NOT_FOUND) {
        return null;
      }
      throw e;
    }
  }

  /** Opens a file of this directory; never through a symbolic link. */
  FileChannel channel(String name, Set<OpenOption> options) throws IOException {
    return (FileChannel) stream.newByteChannel(single(name), options);
  }

  @Override
  public String readLink(String name) throws FileException {
    HostAttributes before = look(name);
    if (before.type() != NodeType.SYMBOLIC_LINK) {
      throw new FileException(FileError.INVALID);
    }
    try {
      String target = LinkText.read(Files.readSymbolicLink(pathOf(name)));
      if (!look(name).key().equals(before.key())) {
        throw new FileException(FileError.NOT_FOUND);
      }
      return target;
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }

  @Override
  public void createDirectory(String name) throws FileException {
    change(() -> staging().place(single(name), Files::createDirectory));
  }

  @Override
  public void createSymbolicLink(String name, String target) throws FileException {
    Path written = text(LinkText.toWrite(target));
    change(() -> staging().place(single(name), path -> Files.createSymbolicLink(path, written)));
  }

  @Override
  public void link(String name, OpenDirectory target, String newName) throws FileException {
    OpenHostDirectory other = writableHost(target);
    HostAttributes source = look(name);
    if (source.type() == NodeType.SYMBOLIC_LINK) {
      requireNamedTwice();
    }
    change(
        () ->
            other
                .staging()
                .placeOnly(
                    source.key(),
                    other.single(newName),
                    path -> Files.createLink(path, pathOf(name))));
  }

  @Override
  public void rename(String name, OpenDirectory target, String newName) throws FileException {
    OpenHostDirectory other = writableHost(target);
    change(() -> stream.move(single(name), other.stream, other.single(newName)));
  }

  @Override
  public void removeFile(String name) throws FileException {
    change(
        () -> {
          if (look(name).type() == NodeType.DIRECTORY) {
            throw new FileException(FileError.IS_DIRECTORY);
          }
          stream.deleteFile(single(name));
        });
  }

  @Override
  public void removeDirectory(String name) throws FileException {
    change(
        () -> {
          if (look(name).type() != NodeType.DIRECTORY) {
            throw new FileException(FileError.NOT_DIRECTORY);
          }
          stream.deleteDirectory(single(name));
        });
  }

  @Override
  public void setTimes(Times times) throws FileException {
    change(() -> HostTimes.set(view(null), times));
  }

  @Override
  public void setTimes(String name, Times times) throws FileException {
    setTimes(name, look(name).key(), times);
  }

  /** As above, when it is still the file that {@code key} means. */
  void setTimes(String name, Object key, Times times) throws FileException {
    change(
        () -> {
          HostAttributes found = look(name);
          if (!found.key().equals(key)) {
            throw new FileException(FileError.NOT_SUPPORTED);
          }
          switch (found.type()) {
            case REGULAR_FILE, DIRECTORY -> HostTimes.set(view(single(name)), times);
            case SYMBOLIC_LINK -> setLinkTimes(name, key, times);
            // Opening a pipe waits for its other end, and a device may do anything.
            case CHARACTER_DEVICE, UNKNOWN -> throw new FileException(FileError.ACCESS_DENIED);
          }
        });
  }

  /** The JDK sets a link's own times by path only. */
  private void setLinkTimes(String name, Object key, Times times) throws IOException {
    requireNamedTwice();
    staging()
        .change(
            key,
            single(name),
            second -> Files.createLink(second, pathOf(name)),
            second ->
                HostTimes.set(
                    Files.getFileAttributeView(
                        second, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS),
                    times));
  }

  /** Only Linux gives a second name to a symbolic link; elsewhere its target would get it. */
  private static void requireNamedTwice() throws FileException {
    if (!LINUX) {
      throw new FileException(FileError.NOT_SUPPORTED);
    }
  }

  private Staging staging() {
    return new Staging(place.grant(), chain.top(), stream);
  }

  private static OpenHostDirectory writableHost(OpenDirectory other) throws FileException {
    if (!(other instanceof OpenHostDirectory host)) {
      throw new FileException(FileError.CROSS_DEVICE);
    }
    if (!host.place.grant().writable()) {
      throw new FileException(FileError.READ_ONLY);
    }
    return host;
  }

  private void change(Change change) throws FileException {
    if (!place.grant().writable()) {
      throw new FileException(FileError.READ_ONLY);
    }
    try {
      change.run();
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }

  /** Where an entry is as far as names tell. */
  Path pathOf(String name) throws FileException {
    return path.resolve(single(name));
  }

  /**
   * An entry's name as the host has it. The walk gives single names only, but what a name means is
   * the host's business, so the host is asked whether it is one.
   */
  private Path single(String name) throws FileException {
    Path single = text(name);
    if (single.isAbsolute()
        || single.getNameCount() != 1
        || name.equals("..")
        || name.equals(".")
        || !single.toString().equals(name)) {
      throw new FileException(FileError.INVALID);
    }
    return single;
  }

  private Path text(String text) throws FileException {
    try {
      return path.getFileSystem().getPath(text);
    } catch (InvalidPathException e) {
      throw new FileException(FileError.ILLEGAL_NAME);
    }
  }
}
