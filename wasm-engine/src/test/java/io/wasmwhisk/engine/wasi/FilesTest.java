// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static io.wasmwhisk.engine.wasi.TestGuest.BUFFER;
import static io.wasmwhisk.engine.wasi.TestGuest.CREAT;
import static io.wasmwhisk.engine.wasi.TestGuest.DIRECTORY;
import static io.wasmwhisk.engine.wasi.TestGuest.EXCL;
import static io.wasmwhisk.engine.wasi.TestGuest.RESULT;
import static io.wasmwhisk.engine.wasi.TestGuest.STAT;
import static io.wasmwhisk.engine.wasi.TestGuest.TRUNC;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Rights;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls on open files, the same on every file system. */
class FilesTest {
  private static final int SET = 0;
  private static final int CUR = 1;
  private static final int END = 2;
  private static final int SIZE = 32;
  private static final int ATIM = 40;
  private static final int MTIM = 48;

  private final Path temporary;
  private TestGuest guest = new TestGuest();

  FilesTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  private int start(FileSystems files) throws Exception {
    guest = files.guest(temporary);
    return guest.opened("file", CREAT);
  }

  private long seek(int fd, long offset, int whence) throws InterruptedException {
    guest.ok("fd_seek", fd, offset, whence, RESULT);
    return guest.memory.getLong(RESULT);
  }

  private long size(int fd) throws InterruptedException {
    guest.ok("fd_filestat_get", fd, STAT);
    return guest.stat(SIZE);
  }

  @ParameterizedTest
  @EnumSource
  void positionsMoveWithReadsAndWrites(FileSystems files) throws Exception {
    int fd = start(files);
    guest.write(fd, "0123456789");
    guest.ok("fd_tell", fd, RESULT);
    assertThat(guest.memory.getLong(RESULT)).isEqualTo(10);
    assertThat(guest.read(fd, 5)).isEmpty();
    assertThat(seek(fd, -4, CUR)).isEqualTo(6);
    assertThat(guest.read(fd, 2)).isEqualTo("67");
    assertThat(guest.read(fd, 9)).isEqualTo("89");
    assertThat(seek(fd, -10, END)).isZero();
    assertThat(seek(fd, 3, SET)).isEqualTo(3);
    guest.write(fd, "X");
    assertThat(guest.content("file")).isEqualTo("012X456789");
  }

  @ParameterizedTest
  @EnumSource
  void seeksToNowhereAreInvalid(FileSystems files) throws Exception {
    int fd = start(files);
    assertThat(seek(fd, Long.MAX_VALUE, SET)).isEqualTo(Long.MAX_VALUE);
    assertThat(guest.call("fd_seek", fd, 1, CUR, RESULT)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("fd_seek", fd, -1, SET, RESULT)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("fd_seek", fd, 0, 3, RESULT)).isEqualTo(Errno.INVAL);
    assertThat(guest.write(fd, "x")).isEqualTo(Errno.FBIG);
    assertThat(guest.read(fd, 1)).isEmpty();
    assertThat(guest.call("fd_seek", fd, 5, SET, ArrayMemory.SIZE - 7)).isEqualTo(Errno.FAULT);
    guest.ok("fd_tell", fd, RESULT);
    assertThat(guest.memory.getLong(RESULT)).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @EnumSource
  void readsAndWritesAtAPlaceLeaveThePosition(FileSystems files) throws Exception {
    int fd = start(files);
    guest.write(fd, "abcdef");
    guest.put(BUFFER, "XYZ");
    guest.ok("fd_pwrite", fd, guest.vectors(BUFFER, 1, BUFFER + 1, 2), 2, 2, RESULT);
    assertThat(guest.result()).isEqualTo(3);
    guest.ok("fd_pread", fd, guest.vectors(BUFFER, 2, BUFFER + 8, 99), 2, 1, RESULT);
    assertThat(guest.result()).isEqualTo(5);
    assertThat(guest.text(BUFFER, 2)).isEqualTo("bX");
    assertThat(guest.text(BUFFER + 8, 3)).isEqualTo("YZf");
    guest.ok("fd_tell", fd, RESULT);
    assertThat(guest.memory.getLong(RESULT)).isEqualTo(6);
    assertThat(guest.call("fd_pread", fd, guest.vectors(BUFFER, 1), 1, -1, RESULT))
        .isEqualTo(Errno.INVAL);
  }

  @ParameterizedTest
  @EnumSource
  void aGapReadsAsZeros(FileSystems files) throws Exception {
    int fd = start(files);
    guest.put(BUFFER, "x");
    guest.ok("fd_pwrite", fd, guest.vectors(BUFFER, 1), 1, 5000, RESULT);
    assertThat(size(fd)).isEqualTo(5001);
    guest.memory.putLong(BUFFER, -1);
    guest.ok("fd_pread", fd, guest.vectors(BUFFER, 8), 1, 4993, RESULT);
    assertThat(guest.memory.getLong(BUFFER)).isEqualTo((long) 'x' << 56 >>> 56 << 56);
  }

  @ParameterizedTest
  @EnumSource
  void appendingIgnoresThePosition(FileSystems files) throws Exception {
    int fd = start(files);
    guest.write(fd, "one");
    guest.ok("fd_fdstat_set_flags", fd, 1);
    seek(fd, 0, SET);
    guest.write(fd, "two");
    assertThat(guest.content("file")).isEqualTo("onetwo");
    guest.ok("fd_fdstat_get", fd, STAT);
    assertThat(guest.memory.getByte(STAT)).isEqualTo((byte) 4);
    assertThat(guest.memory.getByte(STAT + 2)).isEqualTo((byte) 1);
    guest.ok("fd_fdstat_set_flags", fd, 0);
    seek(fd, 0, SET);
    guest.write(fd, "O");
    assertThat(guest.content("file")).isEqualTo("Onetwo");
    assertThat(guest.call("fd_fdstat_set_flags", fd, 32)).isEqualTo(Errno.INVAL);
  }

  @ParameterizedTest
  @EnumSource
  void sizesGrowWithZerosAndShrink(FileSystems files) throws Exception {
    int fd = start(files);
    guest.write(fd, "abcdef");
    guest.ok("fd_filestat_set_size", fd, 2);
    guest.ok("fd_filestat_set_size", fd, 4);
    assertThat(guest.content("file")).isEqualTo("ab\0\0");
    guest.ok("fd_allocate", fd, 1, 2);
    assertThat(size(fd)).isEqualTo(4);
    guest.ok("fd_allocate", fd, 3, 2);
    assertThat(size(fd)).isEqualTo(5);
    assertThat(guest.call("fd_allocate", fd, 0, 0)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("fd_allocate", fd, Long.MAX_VALUE, 1)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("fd_filestat_set_size", fd, -1)).isEqualTo(Errno.INVAL);
  }

  @ParameterizedTest
  @EnumSource
  void timesAreSetOneByOne(FileSystems files) throws Exception {
    int fd = start(files);
    guest.ok("fd_filestat_set_times", fd, 1_000_000_001L, 2_000_000_002L, 1 | 4);
    guest.ok("fd_filestat_get", fd, STAT);
    assertThat(guest.stat(ATIM)).isEqualTo(1_000_000_001L);
    assertThat(guest.stat(MTIM)).isEqualTo(2_000_000_002L);
    guest.ok("fd_filestat_set_times", fd, 7, 3_000_000_003L, 4);
    guest.ok("fd_filestat_get", fd, STAT);
    assertThat(guest.stat(ATIM)).isEqualTo(1_000_000_001L);
    assertThat(guest.stat(MTIM)).isEqualTo(3_000_000_003L);
    guest.ok("fd_filestat_set_times", fd, 0, 0, 2);
    guest.ok("fd_filestat_get", fd, STAT);
    assertThat(guest.stat(ATIM)).isEqualTo(guest.clock.realtime());
    assertThat(guest.call("fd_filestat_set_times", fd, 0, 0, 1 | 2)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("fd_filestat_set_times", fd, 0, 0, 4 | 8)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("fd_filestat_set_times", fd, 0, 0, 16)).isEqualTo(Errno.INVAL);
  }

  @ParameterizedTest
  @EnumSource
  void filesOpenAsTheyAreAskedTo(FileSystems files) throws Exception {
    start(files);
    guest.file("file", "content");
    assertThat(guest.open(3, "file", CREAT | EXCL, -1)).isEqualTo(Errno.EXIST);
    assertThat(guest.open(3, "none", 0, -1)).isEqualTo(Errno.NOENT);
    assertThat(guest.open(3, "none", EXCL, -1)).isEqualTo(Errno.NOENT);
    assertThat(guest.open(3, "file", DIRECTORY, Rights.FD_READ)).isEqualTo(Errno.NOTDIR);
    assertThat(guest.open(3, "x", CREAT | DIRECTORY, -1)).isEqualTo(Errno.INVAL);
    assertThat(guest.open(3, "file", 16, -1)).isEqualTo(Errno.INVAL);
    assertThat(guest.open(3, "new/", CREAT, -1)).isEqualTo(Errno.ISDIR);
    assertThat(guest.open(3, ".", 0, Rights.FD_WRITE)).isEqualTo(Errno.ISDIR);
    assertThat(guest.content("file")).isEqualTo("content");
    guest.opened("file", TRUNC);
    assertThat(guest.content("file")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFileOpenedForReadingOnlyCannotBeChanged(FileSystems files) throws Exception {
    start(files);
    guest.file("file", "content");
    assertThat(guest.open(3, "file", 0, ~Rights.FD_WRITE)).isEqualTo(Errno.SUCCESS);
    int fd = guest.result();
    assertThat(guest.write(fd, "x")).isEqualTo(Errno.BADF);
    assertThat(guest.call("fd_filestat_set_size", fd, 0)).isEqualTo(Errno.BADF);
    assertThat(guest.call("fd_allocate", fd, 0, 100)).isEqualTo(Errno.BADF);
    assertThat(guest.open(3, "file", 0, ~Rights.FD_READ)).isEqualTo(Errno.SUCCESS);
    assertThat(guest.call("fd_read", guest.result(), guest.vectors(BUFFER, 1), 1, RESULT))
        .isEqualTo(Errno.BADF);
  }

  @ParameterizedTest
  @EnumSource
  void aRemovedFileLivesUntilItIsClosed(FileSystems files) throws Exception {
    int fd = start(files);
    guest.write(fd, "still here");
    assertThat(guest.path("path_unlink_file", new long[] {3}, "file")).isEqualTo(Errno.SUCCESS);
    seek(fd, 0, SET);
    assertThat(guest.read(fd, 20)).isEqualTo("still here");
    assertThat(size(fd)).isEqualTo(10);
    guest.ok("fd_close", fd);
    assertThat(guest.call("fd_close", fd)).isEqualTo(Errno.BADF);
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatWasMovedIsStillItself(FileSystems files) throws Exception {
    int fd = start(files);
    guest.write(fd, "moved");
    guest.file("other", "something longer");
    assertThat(guest.paths("path_rename", new long[] {3}, "file", new long[] {3}, "new"))
        .isEqualTo(Errno.SUCCESS);
    assertThat(guest.paths("path_rename", new long[] {3}, "other", new long[] {3}, "file"))
        .isEqualTo(Errno.SUCCESS);
    assertThat(size(fd)).isEqualTo(5);
    long inode = guest.stat(8);
    guest.stat("new");
    assertThat(guest.stat(8)).isEqualTo(inode);
  }

  @ParameterizedTest
  @EnumSource
  void adviceAndSyncAreTaken(FileSystems files) throws Exception {
    int fd = start(files);
    for (int advice = 0; advice < 6; advice++) {
      guest.ok("fd_advise", fd, 0, 10, advice);
    }
    assertThat(guest.call("fd_advise", fd, 0, 10, 6)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("fd_advise", fd, -1, 10, 0)).isEqualTo(Errno.INVAL);
    guest.ok("fd_sync", fd);
    guest.ok("fd_datasync", fd);
    guest.ok("fd_fdstat_set_flags", fd, 2 | 8 | 16);
    assertThat(guest.write(fd, "synced")).isEqualTo(Errno.SUCCESS);
    guest.ok("fd_fdstat_get", fd, STAT);
    assertThat(guest.memory.getByte(STAT + 2)).isEqualTo((byte) 26);
  }

  @ParameterizedTest
  @EnumSource
  void filesAreReadyForPolling(FileSystems files) throws Exception {
    int fd = start(files);
    guest.write(fd, "abc");
    seek(fd, 1, SET);
    guest.memory.putByte(BUFFER + 8, (byte) 1);
    guest.memory.putInt(BUFFER + 16, fd);
    guest.ok("poll_oneoff", BUFFER, BUFFER + 100, 1, RESULT);
    assertThat(guest.result()).isEqualTo(1);
    assertThat(guest.memory.getInt(BUFFER + 108)).isEqualTo(1 << 16);
    assertThat(guest.memory.getLong(BUFFER + 116)).isEqualTo(2);
  }
}
