// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.archive;

import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.OpenFile;
import io.wasmwhisk.engine.files.tree.Times;

/** One opening of a file of the tree. */
final class ArchiveFile implements OpenFile {
  private final ArchiveNode node;

  ArchiveFile(ArchiveNode node) {
    this.node = node;
  }

  @Override
  public Attributes attributes() {
    return node.attributes();
  }

  @Override
  public long size() {
    return node.content().length;
  }

  @Override
  public int read(long position, byte[] target, int offset, int length) {
    int count = (int) Math.min(length, Math.max(0, size() - position));
    if (count > 0) {
      System.arraycopy(node.content(), (int) position, target, offset, count);
    }
    return count;
  }

  @Override
  public int write(long position, byte[] source, int offset, int length) throws FileException {
    throw ArchiveDirectory.readOnly();
  }

  @Override
  public void resize(long size) throws FileException {
    throw ArchiveDirectory.readOnly();
  }

  @Override
  public void sync(boolean metadata) {}

  @Override
  public void setTimes(Times times) throws FileException {
    throw ArchiveDirectory.readOnly();
  }

  @Override
  public void close() {}
}
