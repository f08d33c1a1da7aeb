// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.abi;

import io.wasmwhisk.engine.files.Descriptor;
import io.wasmwhisk.engine.files.DescriptorTable;
import io.wasmwhisk.engine.files.DirectoryDescriptor;
import io.wasmwhisk.engine.files.FileDescriptor;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the calls of one activation share. Used by one guest's thread; cheap to make. */
public final class GuestProcess {

  /** The largest piece in which bytes travel between a guest's memory and the host. */
  public static final int MAX_CHUNK = 65_536;

  private final List<String> arguments;
  private final Map<String, String> environment;
  private final DescriptorTable descriptors;
  private final WasiClock clock;
  private final RandomSource random;
  private byte[] scratch = {};
  private long cpuStart = -1;

  /**
   * @param arguments the program's name first
   * @param environment names and values
   * @param descriptors what is open
   * @param clock the time
   * @param random random bytes
   */
  public GuestProcess(
      List<String> arguments,
      Map<String, String> environment,
      DescriptorTable descriptors,
      WasiClock clock,
      RandomSource random) {
    this.arguments = arguments;
    this.environment = environment;
    this.descriptors = descriptors;
    this.clock = clock;
    this.random = random;
  }

  /** The program's name and its arguments, in UTF-8. */
  public List<byte[]> arguments() {
    return arguments.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** {@code NAME=value} for each variable, in UTF-8. */
  public List<byte[]> environment() {
    return environment.entrySet().stream()
        .map(entry -> (entry.getKey() + "=" + entry.getValue()).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /** What is open. */
  public DescriptorTable descriptors() {
    return descriptors;
  }

  /** The descriptor of a number that a guest gave. */
  public Descriptor descriptor(long argument) throws FileException {
    return descriptors.get((int) argument);
  }

  /**
   * The descriptor of a number that a guest gave, when it has all of these rights.
   *
   * @throws FileException {@link Errno#NOTCAPABLE} when it lacks one
   */
  public Descriptor descriptor(long argument, long rights) throws FileException {
    Descriptor descriptor = descriptor(argument);
    require(descriptor, rights);
    return descriptor;
  }

  /** As {@link #descriptor(long, long)}, for one that must be a directory. */
  public DirectoryDescriptor directory(long argument, long rights) throws FileException {
    DirectoryDescriptor directory = descriptor(argument).directory();
    require(directory, rights);
    return directory;
  }

  /** As {@link #descriptor(long, long)}, for one that must be a regular file. */
  public FileDescriptor file(long argument, long rights) throws FileException {
    FileDescriptor file = descriptor(argument).file();
    require(file, rights);
    return file;
  }

  private static void require(Descriptor descriptor, long rights) throws FileException {
    if ((Rights.base(descriptor) & rights) != rights) {
      throw new FileException(FileError.NOT_CAPABLE);
    }
  }

  /** The time. */
  public WasiClock clock() {
    return clock;
  }

  /** Starts the clock of processor time, unless it runs; on the guest's thread. */
  public void startCpu() {
    if (cpuStart < 0) {
      cpuStart = clock.cpu();
    }
  }

  /**
   * Processor time of the guest's thread since {@link #startCpu}, so that nothing is told of
   * earlier activations on the same thread.
   */
  public long cpu() {
    startCpu();
    return clock.cpu() - cpuStart;
  }

  /** Random bytes. */
  public RandomSource random() {
    return random;
  }

  /** A buffer of at least {@code length} bytes, at most {@link #MAX_CHUNK}, for one call. */
  public byte[] scratch(int length) {
    if (scratch.length < length) {
      scratch = new byte[Math.min(MAX_CHUNK, Math.max(length, 2 * scratch.length))];
    }
    return scratch;
  }
}
