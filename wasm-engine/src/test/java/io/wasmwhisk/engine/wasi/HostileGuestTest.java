// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static io.wasmwhisk.engine.wasi.TestGuest.BUFFER;
import static io.wasmwhisk.engine.wasi.TestGuest.CREAT;
import static io.wasmwhisk.engine.wasi.TestGuest.FOLLOW;
import static io.wasmwhisk.engine.wasi.TestGuest.RESULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.files.host.HostDirectories;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Rights;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that no program passes by mistake. */
class HostileGuestTest {
  private static final long MINUS_ONE = 0xFFFF_FFFFL;

  @TempDir private Path temporary = Path.of("");
  private TestGuest guest = new TestGuest();

  private int start(FileSystems files) throws Exception {
    guest = files.guest(temporary);
    return guest.opened("file", CREAT);
  }

  @ParameterizedTest
  @EnumSource
  void sizesThatNobodyHasAreNotAllocated(FileSystems files) throws Exception {
    int fd = start(files);
    assertThat(guest.call("fd_allocate", fd, 0, Long.MAX_VALUE))
        .isIn(Errno.NOSPC, Errno.FBIG, Errno.INVAL);
    assertThat(guest.call("fd_allocate", fd, 0, Long.MIN_VALUE)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("fd_allocate", fd, -1, 1)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("fd_allocate", fd, 1, Long.MAX_VALUE)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("fd_allocate", fd, Long.MAX_VALUE, Long.MAX_VALUE))
        .isEqualTo(Errno.INVAL);
    assertThat(guest.call("fd_filestat_set_size", fd, -1)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("fd_filestat_set_size", fd, Long.MAX_VALUE))
        .isIn(Errno.NOSPC, Errno.FBIG, Errno.INVAL);
    guest.ok("fd_filestat_get", fd, TestGuest.STAT);
    assertThat(guest.stat(32)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void placesThatNobodyReachesAreRefused(FileSystems files) throws Exception {
    int fd = start(files);
    int vectors = guest.vectors(BUFFER, 16);
    for (long place : new long[] {-1, Long.MIN_VALUE}) {
      assertThat(guest.call("fd_pread", fd, vectors, 1, place, RESULT)).isEqualTo(Errno.INVAL);
      assertThat(guest.call("fd_pwrite", fd, vectors, 1, place, RESULT)).isEqualTo(Errno.INVAL);
    }
    guest.ok("fd_pread", fd, vectors, 1, Long.MAX_VALUE, RESULT);
    assertThat(guest.result()).isZero();
    assertThat(guest.call("fd_pwrite", fd, vectors, 1, Long.MAX_VALUE, RESULT))
        .isEqualTo(Errno.FBIG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fd_read", "fd_write"})
  void vectorsWithoutEndAreCut(String name) throws Exception {
    int fd = start(FileSystems.MEMORY);
    // The memory is full of zeros from here on: buffers of no length.
    guest.ok(name, fd, 0x8000, MINUS_ONE, RESULT);
    assertThat(guest.result()).isZero();
    assertThat(guest.call(name, fd, ArrayMemory.SIZE - 7, MINUS_ONE, RESULT))
        .isEqualTo(Errno.FAULT);
    assertThat(guest.call(name, fd, MINUS_ONE, MINUS_ONE, RESULT)).isEqualTo(Errno.FAULT);
    guest.vectors(BUFFER, MINUS_ONE);
    assertThat(guest.call(name, fd, guest.vectors(BUFFER, MINUS_ONE), 1, RESULT))
        .isEqualTo(Errno.FAULT);
    assertThat(guest.call(name, fd, guest.vectors(MINUS_ONE, 2), 1, RESULT)).isEqualTo(Errno.FAULT);
  }

  @Test
  void buffersMayLieOverWhatDescribesThem() throws Exception {
    int fd = start(FileSystems.MEMORY);
    guest.write(fd, "0123456789ABCDEF");
    guest.ok("fd_seek", fd, 0, 0, RESULT);
    int vectors = guest.vectors(0, 0, BUFFER, 8);
    guest.memory.putInt(vectors, vectors);
    guest.memory.putInt(vectors + 4, 16);
    // The first buffer is the list itself, so the second is where the file's text says.
    guest.ok("fd_read", fd, vectors, 2, RESULT);
    assertThat(guest.result()).isEqualTo(16);
    guest.ok("fd_read", fd, guest.vectors(RESULT, 4), 1, RESULT);
    assertThat(guest.result()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void listingsIntoNothingEnd(FileSystems files) throws Exception {
    start(files);
    guest.ok("fd_readdir", 3, BUFFER, 0, 0, RESULT);
    assertThat(guest.result()).isZero();
    for (long cookie : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, MINUS_ONE}) {
      guest.ok("fd_readdir", 3, BUFFER, 100, cookie, RESULT);
      assertThat(guest.result()).as("cookie %d", cookie).isZero();
    }
    assertThat(guest.call("fd_readdir", 3, 1, MINUS_ONE, 0, RESULT)).isEqualTo(Errno.FAULT);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void procLeadsNowhere() throws Exception {
    guest = TestGuest.withDirectory(HostDirectories.readOnly(Path.of("/proc/self")));
    for (String path : new String[] {"root/etc/passwd", "cwd/pom.xml", "exe", "root"}) {
      assertThat(read(path)).as(path).isEqualTo(Errno.NOTCAPABLE);
    }
    assertThat(read("fd/0")).isNotEqualTo(Errno.SUCCESS);
    assertThat(guest.open(3, "comm", 0, Rights.FD_WRITE)).isEqualTo(Errno.ROFS);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void devicesAreNotOpened() throws Exception {
    guest = TestGuest.withDirectory(HostDirectories.writable(Path.of("/dev")));
    for (String path : new String[] {"null", "zero", "tty"}) {
      assertThat(read(path)).as(path).isEqualTo(Errno.ACCES);
      assertThat(guest.open(3, path, 0, Rights.FD_WRITE)).as(path).isEqualTo(Errno.ACCES);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void namesOfTheHostThatAreNoTextAreListedAndNothingElse() throws Exception {
    String script = "cd \"$1\" && touch \"$(printf 'a\\377b')\"";
    Process touch = new ProcessBuilder("sh", "-c", script, "sh", temporary.toString()).start();
    assertThat(touch.waitFor()).isZero();
    guest = FileSystems.HOST.guest(temporary);
    guest.ok("fd_readdir", 3, BUFFER, 200, 0, RESULT);
    assertThat(guest.result()).isGreaterThan(3 * 24 + 3);
    assertThat(read("a\uFFFDb")).isEqualTo(Errno.NOENT);
    guest.memory.write(BUFFER, new byte[] {'a', (byte) 0xFF, 'b'});
    assertThat(guest.call("path_unlink_file", 3, BUFFER, 3)).isEqualTo(Errno.ILSEQ);
  }

  private Errno read(String path) throws InterruptedException {
    return guest.path("path_open", new long[] {3, FOLLOW}, path, 0, Rights.FD_READ, 0, 0, RESULT);
  }
}
