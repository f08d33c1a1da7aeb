// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.memory;

import static io.wasmwhisk.engine.files.memory.Storage.PAGE;

import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.NodeType;
import io.wasmwhisk.engine.files.tree.OpenFile;
import io.wasmwhisk.engine.files.tree.Times;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A regular file: pages that exist for every byte below its size. */
final class MemoryFile extends MemoryNode {
  private final List<byte[]> pages = new ArrayList<>();
  private long size;
  private int openings;

  MemoryFile(Storage storage) {
    super(storage);
  }

  @Override
  NodeType type() {
    return NodeType.REGULAR_FILE;
  }

  @Override
  long size() {
    return size;
  }

  @Override
  void unreferenced() {
    if (openings == 0) {
      shrink(0);
    }
  }

  OpenFile open() {
    openings++;
    return new Opened();
  }

  /** Cuts or extends. */
  void resize(long newSize) throws FileException {
    if (newSize < size) {
      shrink(newSize);
    } else {
      grow(newSize);
    }
    touch();
  }

  private int read(long position, byte[] target, int offset, int length) {
    int count = (int) Math.min(length, Math.max(0, size - position));
    for (int done = 0; done < count; ) {
      int within = (int) ((position + done) % PAGE);
      int piece = Math.min(PAGE - within, count - done);
      System.arraycopy(page(position + done), within, target, offset + done, piece);
      done += piece;
    }
    return count;
  }

  private int write(long position, byte[] source, int offset, int length) throws FileException {
    long room = (pages.size() + storage.freePages()) * PAGE - position;
    if (room <= 0) {
      throw new FileException(FileError.NO_SPACE);
    }
    int count = (int) Math.min(length, room);
    grow(Math.max(size, position + count));
    for (int done = 0; done < count; ) {
      int within = (int) ((position + done) % PAGE);
      int piece = Math.min(PAGE - within, count - done);
      System.arraycopy(source, offset + done, page(position + done), within, piece);
      done += piece;
    }
    touch();
    return count;
  }

  private void grow(long newSize) throws FileException {
    long missing = pagesFor(newSize) - pages.size();
    if (missing > storage.freePages()) {
      throw new FileException(FileError.NO_SPACE);
    }
    storage.takePages(missing);
    for (long i = 0; i < missing; i++) {
      pages.add(new byte[PAGE]);
    }
    size = newSize;
  }

  /** Cuts; what is left of the last page is cleared, for when the file grows again. */
  private void shrink(long newSize) {
    int kept = (int) pagesFor(newSize);
    storage.giveBackPages(pages.size() - kept);
    pages.subList(kept, pages.size()).clear();
    size = newSize;
    if (newSize % PAGE != 0) {
      Arrays.fill(page(newSize), (int) (newSize % PAGE), PAGE, (byte) 0);
    }
  }

  private static long pagesFor(long bytes) {
    return bytes / PAGE + (bytes % PAGE == 0 ? 0 : 1);
  }

  private byte[] page(long position) {
    return pages.get((int) (position / PAGE));
  }

  /** One opening of the file; its pages live until the last name and the last opening are gone. */
  private final class Opened implements OpenFile {
    private boolean closed;

    @Override
    public Attributes attributes() {
      return describe();
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
      return MemoryFile.this.read(position, target, offset, length);
    }

    @Override
    public int write(long position, byte[] source, int offset, int length) throws FileException {
      return MemoryFile.this.write(position, source, offset, length);
    }

    @Override
    public void resize(long newSize) throws FileException {
      MemoryFile.this.resize(newSize);
    }

    @Override
    public void sync(boolean metadata) {}

    @Override
    public void setTimes(Times times) {
      stamp(times);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        openings--;
        if (!hasNames()) {
          unreferenced();
        }
      }
    }
  }
}
