// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.archive;

import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.NodeType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A file with its content, or a directory with its entries; not changed once the tree is made. */
final class ArchiveNode {
  private static final Set<String> NO_NAMES = Set.of("", ".", "..");

  private final long inode;
  private final byte @Nullable [] content;
  private final SortedMap<String, ArchiveNode> entries = new TreeMap<>();

  private ArchiveNode(long inode, byte @Nullable [] content) {
    this.inode = inode;
    this.content = content;
  }

  static ArchiveNode tree(Map<String, byte[]> contents) {
    ArchiveNode root = new ArchiveNode(1, null);
    long[] lastInode = {1};
    contents.forEach((path, content) -> root.add(path, content, lastInode));
    return root;
  }

  private void add(String path, byte[] content, long[] lastInode) {
    String[] names = path.split("/", -1);
    ArchiveNode directory = this;
    for (int i = 0; i < names.length; i++) {
      boolean last = i == names.length - 1;
      if (NO_NAMES.contains(names[i]) || names[i].indexOf('\0') >= 0 || directory.content != null) {
        throw new IllegalArgumentException("'" + path + "' cannot be the path of a file");
      }
      ArchiveNode next = directory.entries.get(names[i]);
      if (next == null) {
        next = new ArchiveNode(++lastInode[0], last ? content : null);
        directory.entries.put(names[i], next);
      } else if (last) {
        throw new IllegalArgumentException("'" + path + "' is there twice");
      }
      directory = next;
    }
  }

  boolean isDirectory() {
    return content == null;
  }

  byte[] content() {
    return content == null ? new byte[0] : content;
  }

  SortedMap<String, ArchiveNode> entries() {
    return entries;
  }

  /** A file is F, its length and content; a directory D, its size, and each name with its node. */
  void addTo(MessageDigest digest) {
    addNumber(digest, isDirectory() ? 'D' : 'F', isDirectory() ? entries.size() : content().length);
    digest.update(content());
    entries.forEach(
        (name, node) -> {
          byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
          addNumber(digest, 'N', bytes.length);
          digest.update(bytes);
          node.addTo(digest);
        });
  }

  private static void addNumber(MessageDigest digest, char kind, int number) {
    digest.update(ByteBuffer.allocate(5).put((byte) kind).putInt(number).array());
  }

  /** No time stamps: what an archive says of them may be anything. */
  Attributes attributes() {
    NodeType type = isDirectory() ? NodeType.DIRECTORY : NodeType.REGULAR_FILE;
    return new Attributes(1, inode, type, 1, content().length, 0, 0, 0);
  }
}
