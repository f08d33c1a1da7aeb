// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static io.wasmwhisk.engine.wasi.TestGuest.CREAT;
import static io.wasmwhisk.engine.wasi.TestGuest.DIRECTORY;
import static io.wasmwhisk.engine.wasi.TestGuest.RESULT;
import static io.wasmwhisk.engine.wasi.TestGuest.STAT;
import static io.wasmwhisk.engine.wasi.TestGuest.TRUNC;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Rights;
import org.junit.jupiter.api.Test;

/** Numbers, rights and flags of descriptors. */
class DescriptorsTest {
  private final TestGuest guest = TestGuest.withMemoryDirectory();

  private long rights(int fd) throws InterruptedException {
    guest.ok("fd_fdstat_get", fd, STAT);
    return guest.stat(8);
  }

  private long inheriting(int fd) throws InterruptedException {
    guest.ok("fd_fdstat_get", fd, STAT);
    return guest.stat(16);
  }

  @Test
  void theLowestFreeNumberIsTaken() throws Exception {
    assertThat(guest.opened("a", CREAT)).isEqualTo(4);
    assertThat(guest.opened("a", 0)).isEqualTo(5);
    assertThat(guest.opened("a", 0)).isEqualTo(6);
    guest.ok("fd_close", 4);
    guest.ok("fd_close", 5);
    assertThat(guest.opened("a", 0)).isEqualTo(4);
    assertThat(guest.opened("a", 0)).isEqualTo(5);
    assertThat(guest.opened("a", 0)).isEqualTo(7);
    guest.ok("fd_close", 0);
    assertThat(guest.opened("a", 0)).isZero();
  }

  @Test
  void theTableIsBounded() throws Exception {
    guest.file("a", "");
    for (int fd = 4; fd < 12; fd++) {
      assertThat(guest.opened("a", 0)).isEqualTo(fd);
    }
    assertThat(guest.open(3, "a", 0, -1)).isEqualTo(Errno.NFILE);
    assertThat(guest.open(3, "new", CREAT, -1)).isEqualTo(Errno.NFILE);
    assertThat(guest.stat("new")).isEqualTo(Errno.NOENT);
    guest.ok("fd_close", 9);
    assertThat(guest.opened("a", 0)).isEqualTo(9);
  }

  @Test
  void renumberingReplacesTheTarget() throws Exception {
    int a = guest.opened("a", CREAT);
    int b = guest.opened("b", CREAT);
    guest.ok("fd_renumber", a, b);
    assertThat(guest.write(a, "x")).isEqualTo(Errno.BADF);
    guest.write(b, "to a");
    assertThat(guest.content("a")).isEqualTo("to a");
    assertThat(guest.call("fd_renumber", b, a)).isEqualTo(Errno.BADF);
    assertThat(guest.call("fd_renumber", 99, b)).isEqualTo(Errno.BADF);
    guest.ok("fd_renumber", b, b);
    assertThat(guest.write(b, "x")).isEqualTo(Errno.SUCCESS);
    guest.ok("fd_renumber", b, 1);
    guest.write(1, " and out");
    assertThat(guest.content("a")).isEqualTo("to ax and out");
    assertThat(guest.out.size()).isZero();
  }

  @Test
  void closingTheTableClosesEverythingOnce() throws Exception {
    int fd = guest.opened("a", CREAT);
    guest.descriptors.close();
    guest.descriptors.close();
    assertThat(guest.call("fd_close", fd)).isEqualTo(Errno.BADF);
    assertThat(guest.write(1, "x")).isEqualTo(Errno.BADF);
  }

  @Test
  void rightsFitTheKindOfDescriptor() throws Exception {
    assertThat(rights(0) & (Rights.FD_READ | Rights.FD_WRITE | Rights.FD_SEEK))
        .isEqualTo(Rights.FD_READ);
    assertThat(rights(1) & (Rights.FD_READ | Rights.FD_WRITE | Rights.FD_TELL))
        .isEqualTo(Rights.FD_WRITE);
    assertThat(rights(3) & (Rights.PATH_OPEN | Rights.FD_READ)).isEqualTo(Rights.PATH_OPEN);
    assertThat(inheriting(3) & (Rights.PATH_OPEN | Rights.FD_READ))
        .isEqualTo(Rights.PATH_OPEN | Rights.FD_READ);
    int file = guest.opened("a", CREAT);
    assertThat(rights(file) & (Rights.FD_READ | Rights.PATH_OPEN)).isEqualTo(Rights.FD_READ);
    assertThat(inheriting(file)).isZero();
  }

  @Test
  void aFileGetsTheRightsThatWereAskedFor() throws Exception {
    guest.open(3, "a", CREAT, Rights.FD_READ | Rights.FD_TELL);
    int fd = guest.result();
    assertThat(rights(fd)).isEqualTo(Rights.FD_READ | Rights.FD_TELL);
    guest.ok("fd_tell", fd, RESULT);
    assertThat(guest.call("fd_seek", fd, 0, 0, RESULT)).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.call("fd_filestat_get", fd, STAT)).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.call("fd_advise", fd, 0, 0, 0)).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.call("fd_sync", fd)).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.call("fd_fdstat_set_flags", fd, 0)).isEqualTo(Errno.NOTCAPABLE);
  }

  @Test
  void rightsCanOnlyBeTakenAway() throws Exception {
    int fd = guest.opened("a", CREAT);
    long all = rights(fd);
    guest.ok("fd_fdstat_set_rights", fd, all, 0);
    guest.ok("fd_fdstat_set_rights", fd, all & ~Rights.FD_WRITE, 0);
    assertThat(guest.write(fd, "x")).isEqualTo(Errno.BADF);
    assertThat(guest.call("fd_fdstat_set_rights", fd, all, 0)).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.call("fd_fdstat_set_rights", fd, 0, 1)).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.call("fd_fdstat_set_rights", 99, 0, 0)).isEqualTo(Errno.BADF);
  }

  @Test
  void aDirectoryHandsOnNoMoreThanItMay() throws Exception {
    guest.file("a", "");
    guest.directory("dir");
    long base = rights(3);
    long inheriting = inheriting(3);
    guest.ok("fd_fdstat_set_rights", 3, base, inheriting & ~Rights.FD_WRITE);
    assertThat(guest.open(3, "a", 0, Rights.FD_WRITE)).isEqualTo(Errno.NOTCAPABLE);
    int dir = guest.opened("dir", DIRECTORY);
    assertThat(inheriting(dir)).isEqualTo(inheriting & ~Rights.FD_WRITE);
    guest.ok("fd_fdstat_set_rights", 3, base & ~Rights.PATH_FILESTAT_SET_SIZE, 0);
    assertThat(guest.open(3, "a", TRUNC, 0)).isEqualTo(Errno.NOTCAPABLE);
    guest.ok("fd_fdstat_set_rights", 3, base & Rights.PATH_OPEN, 0);
    assertThat(guest.open(3, "b", CREAT, 0)).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.open(3, "a", 0, 0)).isEqualTo(Errno.SUCCESS);
    assertThat(guest.stat("a")).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.symlink("a", "b")).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.call("fd_readdir", 3, 0, 0, 0, RESULT)).isEqualTo(Errno.NOTCAPABLE);
    guest.ok("fd_fdstat_set_rights", 3, 0, 0);
    assertThat(guest.open(3, "a", 0, 0)).isEqualTo(Errno.NOTCAPABLE);
  }
}
