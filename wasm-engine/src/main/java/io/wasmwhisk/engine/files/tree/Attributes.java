// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.tree;

/**
 * What is known of a file without reading it.
 *
 * @param device the file system; with {@code inode} it identifies a file
 * @param inode the file within its file system
 * @param type what it is
 * @param links names that it has
 * @param size bytes; for a symbolic link the length of its target
 * @param accessed last read, nanoseconds since 1970
 * @param modified last change of the content, nanoseconds since 1970
 * @param changed last change of content or attributes, nanoseconds since 1970
 */
public record Attributes(
    long device,
    long inode,
    NodeType type,
    long links,
    long size,
    long accessed,
    long modified,
    long changed) {

  /** Attributes of a stream: nothing but its type. */
  public static Attributes ofStream(NodeType type) {
    return new Attributes(0, 0, type, 1, 0, 0, 0, 0);
  }

  /** The same file with another size. */
  public Attributes withSize(long bytes) {
    return new Attributes(device, inode, type, links, bytes, accessed, modified, changed);
  }
}
