// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Follows a guest's path one name at a time, and never above the directory it starts from: neither
 * by {@code ..}, nor by an absolute path, nor by a symbolic link that does either. Symbolic links
 * are resolved here and never by the host.
 */
public final class PathWalk {

  /** The longest path, in bytes of UTF-8; a symbolic link's target is one too. */
  public static final int MAX_PATH_BYTES = 4096;

  /** The longest single name, in bytes of UTF-8. */
  public static final int MAX_NAME_BYTES = 255;

  /** How many symbolic links one path may lead through. */
  public static final int MAX_LINKS = 40;

  private final Deque<String> ahead = new ArrayDeque<>();
  private final List<OpenDirectory> behind = new ArrayList<>();
  private final boolean follow;
  private boolean mustBeDirectory;
  private int links;

  private PathWalk(OpenDirectory start, boolean follow) {
    behind.add(start);
    this.follow = follow;
  }

  /**
   * Walks to the last name of a path.
   *
   * @param start the directory that the path is relative to
   * @param path names separated by slashes
   * @param follow whether a symbolic link at the very end is followed too
   * @throws FileException {@link FileError#OUTSIDE}, {@link FileError#NOT_FOUND}, {@link
   *     FileError#NOT_DIRECTORY}, {@link FileError#LOOP}, {@link FileError#NAME_TOO_LONG} or {@link
   *     FileError#INVALID}
   */
  public static Location walk(OpenDirectory start, String path, boolean follow)
      throws FileException {
    PathWalk walk = new PathWalk(start, follow);
    walk.push(path);
    return walk.run();
  }

  /**
   * Checks that text can be a path or a link's target.
   *
   * @throws FileException {@link FileError#NOT_FOUND} when it is empty, {@link
   *     FileError#NAME_TOO_LONG}, {@link FileError#INVALID} when it holds a NUL
   */
  public static void check(String path) throws FileException {
    if (path.isEmpty()) {
      throw new FileException(FileError.NOT_FOUND);
    }
    if (path.indexOf('\0') >= 0) {
      throw new FileException(FileError.INVALID);
    }
    if (bytes(path) > MAX_PATH_BYTES) {
      throw new FileException(FileError.NAME_TOO_LONG);
    }
  }

  private Location run() throws FileException {
    while (!ahead.isEmpty()) {
      String name = ahead.pop();
      if (name.equals("..")) {
        stepUp();
      } else if (!ahead.isEmpty()) {
        stepInto(name);
      } else if (!follow || !expanded(name)) {
        return new Location(here(), name, mustBeDirectory);
      }
    }
    return new Location(here(), null, true);
  }

  private OpenDirectory here() {
    return behind.get(behind.size() - 1);
  }

  private void stepUp() throws FileException {
    if (behind.size() == 1) {
      throw new FileException(FileError.OUTSIDE);
    }
    behind.remove(behind.size() - 1);
  }

  private void stepInto(String name) throws FileException {
    switch (here().lookup(name).type()) {
      case DIRECTORY -> behind.add(here().directory(name));
      case SYMBOLIC_LINK -> push(target(name));
      case REGULAR_FILE, CHARACTER_DEVICE, UNKNOWN ->
          throw new FileException(FileError.NOT_DIRECTORY);
    }
  }

  /** Replaces a last name that is a symbolic link by its target. */
  private boolean expanded(String name) throws FileException {
    Location location = new Location(here(), name, false);
    Attributes found = location.attributesIfExists();
    if (found == null || found.type() != NodeType.SYMBOLIC_LINK) {
      return false;
    }
    push(target(name));
    return true;
  }

  private String target(String name) throws FileException {
    links++;
    if (links > MAX_LINKS) {
      throw new FileException(FileError.LOOP);
    }
    return here().readLink(name);
  }

  /** Puts the names of a path before those that are still ahead. */
  private void push(String path) throws FileException {
    check(path);
    if (path.startsWith("/")) {
      throw new FileException(FileError.OUTSIDE);
    }
    String[] names = path.split("/", -1);
    if (ahead.isEmpty()) {
      mustBeDirectory |= isHere(names[names.length - 1]);
    }
    for (int i = names.length - 1; i >= 0; i--) {
      if (!isHere(names[i])) {
        requireShort(names[i]);
        ahead.push(names[i]);
      }
    }
  }

  private static boolean isHere(String name) {
    return name.isEmpty() || name.equals(".");
  }

  private static void requireShort(String name) throws FileException {
    if (bytes(name) > MAX_NAME_BYTES) {
      throw new FileException(FileError.NAME_TOO_LONG);
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
