// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.NodeType;
import io.wasmwhisk.engine.files.tree.OpenFile;
import io.wasmwhisk.engine.files.tree.OpenMode;
import io.wasmwhisk.engine.files.tree.Times;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An open file of the host. The JDK tells and sets attributes by path only: once the file was moved
 * or removed, its attributes are those it was opened with, and its time stamps cannot be set.
 */
final class HostFile implements OpenFile {
  private final FileChannel channel;
  private final Path path;
  private final HostAttributes opened;
  private final boolean writable;

  private HostFile(FileChannel channel, Path path, HostAttributes opened, boolean writable) {
    this.channel = channel;
    this.path = path;
    this.opened = opened;
    this.writable = writable;
  }

  /** A step on the channel. */
  @FunctionalInterface
  private interface Step {
    int run() throws IOException;
  }

  /**
   * @param existing whether the file was there before
   * @param writable whether the grant allows changes at all
   */
  static HostFile open(Path path, OpenMode mode, boolean existing, boolean writable)
      throws IOException {
    FileChannel channel = FileChannel.open(path, options(mode, existing));
    try {
      HostAttributes opened = HostAttributes.of(path);
      if (opened.attributes().type() != NodeType.REGULAR_FILE) {
        throw new FileException(FileError.ACCESS_DENIED);
      }
      return new HostFile(channel, path, opened, writable);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Making and cutting a file needs a channel that may write, whatever the guest may do later. */
  private static Set<OpenOption> options(OpenMode mode, boolean existing) {
    Set<OpenOption> options = new HashSet<>();
    options.add(LinkOption.NOFOLLOW_LINKS);
    boolean create = mode.create() && !existing;
    if (mode.read() || !mode.write()) {
      options.add(StandardOpenOption.READ);
    }
    if (mode.write() || mode.truncate() || create) {
      options.add(StandardOpenOption.WRITE);
    }
    if (create) {
      options.add(StandardOpenOption.CREATE_NEW);
    }
    if (mode.truncate()) {
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    return options;
  }

  @Override
  public Attributes attributes() throws FileException {
    Optional<Attributes> current = current();
    return current.isPresent() ? current.get() : opened.attributes().withSize(size());
  }

  @Override
  public long size() throws FileException {
    try {
      return channel.size();
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }

  @Override
  public int read(long position, byte[] target, int offset, int length)
      throws FileException, InterruptedException {
    return Math.max(0, step(() -> channel.read(ByteBuffer.wrap(target, offset, length), position)));
  }

  @Override
  public int write(long position, byte[] source, int offset, int length)
      throws FileException, InterruptedException {
    return step(() -> channel.write(ByteBuffer.wrap(source, offset, length), position));
  }

  @Override
  public void resize(long size) throws FileException, InterruptedException {
    step(
        () -> {
          if (size > channel.size()) {
            channel.write(ByteBuffer.allocate(1), size - 1);
          } else {
            channel.truncate(size);
          }
          return 0;
        });
  }

  @Override
  public void sync(boolean metadata) throws FileException {
    try {
      channel.force(metadata);
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }

  @Override
  public void setTimes(Times times) throws FileException {
    if (!writable) {
      throw new FileException(FileError.READ_ONLY);
    }
    synchronized (HostDirectory.MONITOR) {
      if (current().isEmpty()) {
        throw new FileException(FileError.NOT_SUPPORTED);
      }
      try {
        HostTimes.set(path, times);
      } catch (IOException e) {
        throw HostErrors.translate(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The guest has its data where sync put it; nothing of ours is left to give back.
      return;
    }
  }

  /** The attributes of now; empty when the file is not where it was opened any more. */
  private Optional<Attributes> current() throws FileException {
    try {
      HostAttributes found = HostAttributes.of(path);
      return found.key().equals(opened.key()) ? Optional.of(found.attributes()) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }

  private static int step(Step step) throws FileException, InterruptedException {
    try {
      return step.run();
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw new InterruptedException();
    } catch (IOException e) {
      throw HostErrors.translate(e);
    }
  }
}
