// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.files.ByteSink;
import io.wasmwhisk.engine.files.ByteSource;
import io.wasmwhisk.engine.files.DescriptorTable;
import io.wasmwhisk.engine.files.StandardStreams;
import io.wasmwhisk.engine.files.memory.MemoryFileSystem;
import io.wasmwhisk.engine.files.memory.Room;
import io.wasmwhisk.engine.files.tree.Directory;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Rights;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The guest's side of a test: a memory and calls by name. */
final class TestGuest {
  /** Where results go when a test does not care. */
  static final int RESULT = 0x100;

  /** Where texts and buffers go. */
  static final int BUFFER = 0x1000;

  /** Where a filestat goes. */
  static final int STAT = 0x140;

  static final int CREAT = 1;
  static final int DIRECTORY = 2;
  static final int EXCL = 4;
  static final int TRUNC = 8;
  static final int FOLLOW = 1;

  private static final int PATH = 0x1400;
  private static final int SECOND_PATH = 0x2800;
  private static final int VECTORS = 0x200;

  final ArrayMemory memory = new ArrayMemory();
  final FakeClock clock = new FakeClock();
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final DescriptorTable descriptors;
  final WasiPreview1 wasi;

  /** The module that functions are imported from. */
  String module = WasiPreview1.MODULE;

  TestGuest() {
    this(ByteSource.empty(), List.of(), Map.of());
  }

  TestGuest(ByteSource in, List<String> arguments, Map<String, String> environment) {
    descriptors =
        new DescriptorTable(12, new StandardStreams(in, ByteSink.of(out), ByteSink.of(err)));
    wasi = wasi(descriptors, arguments, environment);
  }

  TestGuest(DescriptorTable descriptors) {
    this.descriptors = descriptors;
    wasi = wasi(descriptors, List.of(), Map.of());
  }

  /** A guest with an empty in-memory directory as descriptor 3. */
  static TestGuest withMemoryDirectory() {
    return withDirectory(
        new MemoryFileSystem(1 << 20, 100, () -> FakeClock.REALTIME, Room.UNBOUNDED).root());
  }

  /** A guest with a directory as descriptor 3. */
  static TestGuest withDirectory(Directory directory) {
    TestGuest guest = new TestGuest();
    try {
      guest.descriptors.grant("/dir", directory);
    } catch (FileException e) {
      throw new AssertionError(e);
    }
    return guest;
  }

  private WasiPreview1 wasi(
      DescriptorTable table, List<String> arguments, Map<String, String> environment) {
    return new WasiPreview1(
        new WasiSettings(
            arguments,
            new LinkedHashMap<>(environment),
            table,
            clock,
            target -> Arrays.fill(target, (byte) 0x5A)));
  }

  /** Calls a function and returns its raw result. */
  long raw(String name, long... arguments) throws InterruptedException {
    HostFunction function = Objects.requireNonNull(wasi.find(module, name), "no function " + name);
    assertThat(arguments).as(name).hasSameSizeAs(function.parameters());
    return function.body().call(memory, arguments);
  }

  /** Calls a function and returns its error number by name. */
  Errno call(String name, long... arguments) throws InterruptedException {
    long code = raw(name, arguments);
    return Arrays.stream(Errno.values())
        .filter(errno -> errno.code() == code)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " returned the unknown error " + code));
  }

  /** Calls a function that must succeed. */
  void ok(String name, long... arguments) throws InterruptedException {
    assertThat(call(name, arguments)).as(name).isEqualTo(Errno.SUCCESS);
  }

  /** Stores a text and returns its length. */
  int put(int address, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    memory.write(address, bytes);
    return bytes.length;
  }

  String text(int address, int length) {
    return new String(memory.read(address, length), StandardCharsets.UTF_8);
  }

  int result() {
    return memory.getInt(RESULT);
  }

  /** Stores an iovec array of (address, length) pairs; returns its address. */
  int vectors(long... pairs) {
    for (int i = 0; i < pairs.length; i++) {
      memory.putInt(VECTORS + 4L * i, (int) pairs[i]);
    }
    return VECTORS;
  }

  Errno write(int fd, String text) throws InterruptedException {
    int length = put(BUFFER, text);
    return call("fd_write", fd, vectors(BUFFER, length), 1, RESULT);
  }

  /** Reads up to {@code length} bytes as a text. */
  String read(int fd, int length) throws InterruptedException {
    ok("fd_read", fd, vectors(BUFFER, length), 1, RESULT);
    return text(BUFFER, result());
  }

  /** Opens a path below a directory; the new descriptor is {@link #result()}. */
  Errno open(int directory, String path, int oflags, long rights) throws InterruptedException {
    return path("path_open", new long[] {directory, 0}, path, oflags, rights, -1, 0, RESULT);
  }

  /** Opens a path below descriptor 3, with all rights that it can have; returns the descriptor. */
  int opened(String path, int oflags) throws InterruptedException {
    long rights = oflags == DIRECTORY ? ~Rights.FD_WRITE : -1;
    assertThat(open(3, path, oflags, rights)).as(path).isEqualTo(Errno.SUCCESS);
    return result();
  }

  /** Makes a file below descriptor 3. */
  void file(String path, String content) throws InterruptedException {
    int fd = opened(path, CREAT | TRUNC);
    assertThat(write(fd, content)).isEqualTo(Errno.SUCCESS);
    ok("fd_close", fd);
  }

  /** Makes a directory below descriptor 3. */
  void directory(String path) throws InterruptedException {
    assertThat(path("path_create_directory", new long[] {3}, path)).isEqualTo(Errno.SUCCESS);
  }

  /** Makes a symbolic link below descriptor 3. */
  Errno symlink(String target, String path) throws InterruptedException {
    return paths("path_symlink", new long[0], target, new long[] {3}, path);
  }

  /** What a file below descriptor 3 holds, following symbolic links. */
  String content(String path) throws InterruptedException {
    Errno errno = path("path_open", new long[] {3, FOLLOW}, path, 0, Rights.FD_READ, 0, 0, RESULT);
    assertThat(errno).as(path).isEqualTo(Errno.SUCCESS);
    int fd = result();
    String content = read(fd, 1000);
    ok("fd_close", fd);
    return content;
  }

  Errno stat(String path) throws InterruptedException {
    return path("path_filestat_get", new long[] {3, 0}, path, STAT);
  }

  /** A field of the filestat that was stored last. */
  long stat(int offset) {
    return memory.getLong(STAT + offset);
  }

  /** Calls a function whose path comes after {@code before} and is followed by {@code after}. */
  Errno path(String name, long[] before, String path, long... after) throws InterruptedException {
    return call(name, concat(before, pathArguments(PATH, path), after));
  }

  /** Calls a function with two paths; the arguments between and after them are given too. */
  Errno paths(String name, long[] before, String first, long[] between, String second)
      throws InterruptedException {
    return call(
        name,
        concat(before, pathArguments(PATH, first), between, pathArguments(SECOND_PATH, second)));
  }

  private long[] pathArguments(int address, String path) {
    return new long[] {address, put(address, path)};
  }

  private static long[] concat(long[]... parts) {
    return Arrays.stream(parts).flatMapToLong(Arrays::stream).toArray();
  }
}
