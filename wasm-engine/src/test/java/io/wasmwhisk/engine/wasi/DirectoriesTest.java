// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static io.wasmwhisk.engine.wasi.TestGuest.BUFFER;
import static io.wasmwhisk.engine.wasi.TestGuest.DIRECTORY;
import static io.wasmwhisk.engine.wasi.TestGuest.RESULT;
import static io.wasmwhisk.engine.wasi.TestGuest.STAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.wasi.abi.Errno;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Granted directories and their listings. */
class DirectoriesTest {
  private static final int DIRENT = 24;

  private final Path temporary;
  private TestGuest guest = new TestGuest();

  DirectoriesTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  /** An entry of a listing. */
  private record Entry(long next, long inode, int type, String name) {}

  private void start(FileSystems files) throws Exception {
    guest = files.guest(temporary);
  }

  /** The whole entries that one call gives; {@link TestGuest#result()} is what it used. */
  private List<Entry> readdir(int fd, int capacity, long cookie) throws InterruptedException {
    guest.ok("fd_readdir", fd, BUFFER, capacity, cookie, RESULT);
    List<Entry> entries = new ArrayList<>();
    int at = BUFFER;
    int end = BUFFER + guest.result();
    while (at + DIRENT <= end && at + DIRENT + guest.memory.getInt(at + 16) <= end) {
      int length = guest.memory.getInt(at + 16);
      entries.add(
          new Entry(
              guest.memory.getLong(at),
              guest.memory.getLong(at + 8),
              guest.memory.getInt(at + 20),
              guest.text(at + DIRENT, length)));
      at += DIRENT + length;
    }
    return entries;
  }

  private List<String> names(List<Entry> entries) {
    return entries.stream().map(Entry::name).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aListingHasTypesAndInodes(FileSystems files) throws Exception {
    start(files);
    guest.file("file", "");
    guest.directory("dir");
    guest.symlink("x", "link");
    List<Entry> entries = readdir(3, 1000, 0);
    assertThat(names(entries)).startsWith(".", "..").contains("file", "dir", "link").hasSize(5);
    assertThat(entries).extracting(Entry::next).containsExactly(1L, 2L, 3L, 4L, 5L);
    for (Entry entry : entries.subList(2, 5)) {
      guest.stat(entry.name());
      assertThat(entry.inode()).isEqualTo(guest.stat(8));
      assertThat(entry.type()).isEqualTo(guest.memory.getByte(STAT + 16));
    }
    guest.ok("fd_filestat_get", 3, STAT);
    assertThat(entries.get(0).inode()).isEqualTo(guest.stat(8));
  }

  @ParameterizedTest
  @EnumSource
  void aListingGoesOnWhereItEnded(FileSystems files) throws Exception {
    start(files);
    for (int i = 0; i < 20; i++) {
      guest.file("file" + i, "");
    }
    List<String> seen = new ArrayList<>();
    long cookie = 0;
    int used;
    do {
      List<Entry> entries = readdir(3, 100, cookie);
      used = guest.result();
      seen.addAll(names(entries));
      cookie = entries.get(entries.size() - 1).next();
    } while (used == 100);
    assertThat(seen).hasSize(22).doesNotHaveDuplicates();
    assertThat(readdir(3, 100, 22)).isEmpty();
    assertThat(guest.result()).isZero();
    assertThat(readdir(3, 100, Long.MAX_VALUE)).isEmpty();
    assertThat(readdir(3, 100, -1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theLastEntryIsCutWhereTheBufferEnds(FileSystems files) throws Exception {
    start(files);
    guest.file("file", "");
    assertThat(readdir(3, DIRENT + 1 + DIRENT, 0)).hasSize(1);
    assertThat(guest.result()).isEqualTo(DIRENT + 1 + DIRENT);
    assertThat(readdir(3, 0, 0)).isEmpty();
    int all = DIRENT + 1 + DIRENT + 2 + DIRENT + 4;
    assertThat(readdir(3, all, 0)).hasSize(3);
    assertThat(readdir(3, all + 1, 0)).hasSize(3);
    assertThat(guest.result()).isEqualTo(all);
  }

  @ParameterizedTest
  @EnumSource
  void entriesRemovedWhileReadingOnAreSeenOnce(FileSystems files) throws Exception {
    start(files);
    for (int i = 0; i < 9; i++) {
      guest.file("file" + i, "");
    }
    List<String> removed = new ArrayList<>();
    long cookie = 2;
    for (List<Entry> entries = readdir(3, 60, cookie);
        !entries.isEmpty();
        entries = readdir(3, 60, cookie)) {
      String name = entries.get(0).name();
      assertThat(guest.path("path_unlink_file", new long[] {3}, name)).isEqualTo(Errno.SUCCESS);
      removed.add(name);
      cookie = entries.get(0).next();
    }
    assertThat(removed).hasSize(9);
    // A listing that goes on still names what is gone, of unknown type; a new one does not.
    assertThat(readdir(3, 500, 10)).containsExactly(new Entry(11, 0, 0, removed.get(8)));
    assertThat(names(readdir(3, 500, 0))).containsExactly(".", "..");
  }

  @ParameterizedTest
  @EnumSource
  void onlyDirectoriesAreListed(FileSystems files) throws Exception {
    start(files);
    int file = guest.opened("file", 1);
    assertThat(guest.call("fd_readdir", file, BUFFER, 100, 0, RESULT)).isEqualTo(Errno.NOTDIR);
    assertThat(guest.call("fd_readdir", 1, BUFFER, 100, 0, RESULT)).isEqualTo(Errno.NOTDIR);
    assertThat(guest.call("fd_readdir", 99, BUFFER, 100, 0, RESULT)).isEqualTo(Errno.BADF);
    assertThat(guest.call("fd_readdir", 3, ArrayMemory.SIZE - 99, 100, 0, RESULT))
        .isEqualTo(Errno.FAULT);
    assertThat(guest.call("fd_readdir", 3, 0, 0xFFFF_FFFFL, 0, RESULT)).isEqualTo(Errno.FAULT);
  }

  @ParameterizedTest
  @EnumSource
  void grantsAreFoundByTheirNames(FileSystems files) throws Exception {
    start(files);
    guest.ok("fd_prestat_get", 3, RESULT);
    assertThat(guest.memory.getLong(RESULT)).isEqualTo(4L << 32);
    guest.ok("fd_prestat_dir_name", 3, BUFFER, 4);
    assertThat(guest.text(BUFFER, 4)).isEqualTo("/dir");
    guest.ok("fd_prestat_dir_name", 3, BUFFER, 5);
    assertThat(guest.call("fd_prestat_dir_name", 3, BUFFER, 3)).isEqualTo(Errno.NAMETOOLONG);
    assertThat(guest.call("fd_prestat_get", 0, RESULT)).isEqualTo(Errno.BADF);
    assertThat(guest.call("fd_prestat_get", 4, RESULT)).isEqualTo(Errno.BADF);
    int opened = guest.opened(".", DIRECTORY);
    assertThat(guest.call("fd_prestat_get", opened, RESULT)).isEqualTo(Errno.BADF);
    assertThat(guest.call("fd_prestat_dir_name", opened, BUFFER, 9)).isEqualTo(Errno.BADF);
  }

  @ParameterizedTest
  @EnumSource
  void directoriesAreNoFiles(FileSystems files) throws Exception {
    start(files);
    int vectors = guest.vectors(BUFFER, 1);
    assertThat(guest.call("fd_read", 3, vectors, 1, RESULT)).isEqualTo(Errno.ISDIR);
    assertThat(guest.call("fd_write", 3, vectors, 1, RESULT)).isEqualTo(Errno.ISDIR);
    assertThat(guest.call("fd_pread", 3, vectors, 1, 0, RESULT)).isEqualTo(Errno.ISDIR);
    assertThat(guest.call("fd_seek", 3, 0, 0, RESULT)).isEqualTo(Errno.ISDIR);
    assertThat(guest.call("fd_filestat_set_size", 3, 0)).isEqualTo(Errno.ISDIR);
    guest.ok("fd_sync", 3);
  }
}
