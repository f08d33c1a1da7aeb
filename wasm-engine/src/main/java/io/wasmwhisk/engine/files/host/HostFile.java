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
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open file of the host. The JDK tells and sets attributes by name only: once the file was moved
 * or removed, its attributes are those it was opened with, and its time stamps cannot be set.
 */
final class HostFile implements OpenFile {
  private final FileChannel channel;
  private final HostDirectory directory;
  private final String name;
  private final HostAttributes opened;

  private HostFile(
      FileChannel channel, HostDirectory directory, String name, HostAttributes opened) {
    this.channel = channel;
    this.directory = directory;
    this.name = name;
    this.opened = opened;
  }

  /** A step on the channel. */
  @FunctionalInterface
  private interface Step {
    int run() throws IOException;
  }

  /**
   * Opens a file of a directory.
   *
   * @param existing what is known of it; null when there is none
   */
  static HostFile open(
      OpenHostDirectory directory, String name, OpenMode mode, @Nullable HostAttributes existing)
      throws IOException {
    // Opening a pipe waits for its other end, and a device may do anything: neither is a file.
    requireRegular(existing);
    FileChannel channel = directory.channel(name, options(mode, existing != null));
    try {
      HostAttributes opened = directory.look(name);
      requireRegular(opened);
      return new HostFile(channel, directory.kept(), name, opened);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void requireRegular(@Nullable HostAttributes found) throws FileException {
    if (found != null && found.type() != NodeType.REGULAR_FILE) {
      throw new FileException(FileError.ACCESS_DENIED);
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
    synchronized (HostDirectory.MONITOR) {
      try (OpenHostDirectory here = directory.enter()) {
        here.setTimes(name, opened.key(), times);
      } catch (FileException e) {
        throw e.error() == FileError.NOT_FOUND ? new FileException(FileError.NOT_SUPPORTED) : e;
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
      HostAttributes found = HostAttributes.of(directory.path().resolve(name));
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
