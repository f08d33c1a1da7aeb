// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.NodeType;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What the host knows of a file, of a symbolic link itself and not of its target.
 *
 * @param attributes what a guest sees of it
 * @param key the host's identity of the file, as long as it exists
 */
record HostAttributes(Attributes attributes, Object key) {

  private static final String WANTED =
      "unix:fileKey,dev,ino,nlink,size,lastAccessTime,lastModifiedTime,ctime,"
          + "isDirectory,isRegularFile,isSymbolicLink";

  static HostAttributes of(Path path) throws IOException {
    try {
      Map<String, Object> values = Files.readAttributes(path, WANTED, LinkOption.NOFOLLOW_LINKS);
      return new HostAttributes(read(values), Objects.requireNonNull(values.get("fileKey")));
    } catch (UnsupportedOperationException e) {
      throw new FileSystemException(
          path.toString(), null, "this file system has no device and inode numbers");
    }
  }

  NodeType type() {
    return attributes.type();
  }

  private static Attributes read(Map<String, Object> values) {
    return new Attributes(
        number(values, "dev"),
        number(values, "ino"),
        type(values),
        number(values, "nlink"),
        number(values, "size"),
        nanos(values, "lastAccessTime"),
        nanos(values, "lastModifiedTime"),
        nanos(values, "ctime"));
  }

  private static NodeType type(Map<String, Object> values) {
    if (is(values, "isDirectory")) {
      return NodeType.DIRECTORY;
    }
    if (is(values, "isRegularFile")) {
      return NodeType.REGULAR_FILE;
    }
    return is(values, "isSymbolicLink") ? NodeType.SYMBOLIC_LINK : NodeType.UNKNOWN;
  }

  private static boolean is(Map<String, Object> values, String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  private static long number(Map<String, Object> values, String name) {
    return ((Number) Objects.requireNonNull(values.get(name))).longValue();
  }

  private static long nanos(Map<String, Object> values, String name) {
    return ((FileTime) Objects.requireNonNull(values.get(name))).to(TimeUnit.NANOSECONDS);
  }
}
