// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

import io.wasmwhisk.engine.files.tree.Directory;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The descriptors of one activation, numbered from 0, the lowest free number first. Standard input,
 * output and error are 0, 1 and 2, granted directories follow from 3. Closing the table closes all
 * of them, once. Used by one guest's thread.
 */
public final class DescriptorTable implements AutoCloseable {

  /** How many descriptors a table holds when nothing else is said. */
  public static final int DEFAULT_LIMIT = 1024;

  /** How many names all open directories together keep between two reads of their listings. */
  public static final int MAX_LISTED_NAMES = 100_000;

  private final DirectoryDescriptor.Listings listings =
      new DirectoryDescriptor.Listings(MAX_LISTED_NAMES);
  private final int limit;
  private final List<@Nullable Descriptor> descriptors = new ArrayList<>();
  private int lowestFree;

  /**
   * @param limit how many descriptors may be open at once, at least 3; one more is an error that
   *     the guest sees
   * @param streams the three standard streams
   */
  public DescriptorTable(int limit, StandardStreams streams) {
    if (limit < 3) {
      throw new IllegalArgumentException(
          "a descriptor limit of " + limit + " leaves no room for the 3 standard streams");
    }
    this.limit = limit;
    descriptors.add(new InputDescriptor(streams.input(), streams.inputIsTerminal()));
    descriptors.add(new OutputDescriptor(streams.output(), streams.outputIsTerminal()));
    descriptors.add(new OutputDescriptor(streams.error(), streams.errorIsTerminal()));
    lowestFree = 3;
  }

  /** A table of at most {@link #DEFAULT_LIMIT} descriptors. */
  public DescriptorTable(StandardStreams streams) {
    this(DEFAULT_LIMIT, streams);
  }

  /**
   * Grants a directory: the guest finds it open when it starts.
   *
   * @param guestPath what the guest calls it, {@code /tmp} for instance
   * @param directory where it really is
   */
  public void grant(String guestPath, Directory directory) throws FileException {
    add(new DirectoryDescriptor(directory, guestPath, listings));
  }

  /**
   * Takes a descriptor in and numbers it.
   *
   * @return its number
   * @throws FileException {@link FileError#TOO_MANY_OPEN}; the descriptor is closed then
   */
  public int add(Descriptor descriptor) throws FileException {
    if (lowestFree >= limit) {
      descriptor.close();
      throw new FileException(FileError.TOO_MANY_OPEN);
    }
    int number = lowestFree;
    if (number == descriptors.size()) {
      descriptors.add(descriptor);
    } else {
      descriptors.set(number, descriptor);
    }
    do {
      lowestFree++;
    } while (lowestFree < descriptors.size() && descriptors.get(lowestFree) != null);
    return number;
  }

  /** The descriptor of a number; {@link FileError#BAD_DESCRIPTOR} when there is none. */
  public Descriptor get(int number) throws FileException {
    Descriptor descriptor =
        number >= 0 && number < descriptors.size() ? descriptors.get(number) : null;
    if (descriptor == null) {
      throw new FileException(FileError.BAD_DESCRIPTOR);
    }
    return descriptor;
  }

  /** The numbers that are taken, in ascending order. */
  public List<Integer> open() {
    return IntStream.range(0, descriptors.size())
        .filter(number -> descriptors.get(number) != null)
        .boxed()
        .toList();
  }

  /** Whether one more descriptor would be taken. */
  public boolean hasRoom() {
    return lowestFree < limit;
  }

  /** Closes one descriptor and frees its number. */
  public void close(int number) throws FileException {
    take(number).close();
  }

  /** Gives the descriptor {@code from} the number {@code to}, whose descriptor is closed. */
  public void renumber(int from, int to) throws FileException {
    get(from);
    Descriptor replaced = get(to);
    if (from != to) {
      descriptors.set(to, take(from));
      replaced.close();
    }
  }

  /** Closes everything; idempotent. */
  @Override
  public void close() {
    for (int number = 0; number < descriptors.size(); number++) {
      Descriptor descriptor = descriptors.set(number, null);
      if (descriptor != null) {
        descriptor.close();
      }
    }
    descriptors.clear();
    lowestFree = limit;
  }

  private Descriptor take(int number) throws FileException {
    Descriptor descriptor = get(number);
    descriptors.set(number, null);
    lowestFree = Math.min(lowestFree, number);
    return descriptor;
  }
}
