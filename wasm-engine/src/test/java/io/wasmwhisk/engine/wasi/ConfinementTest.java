// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static io.wasmwhisk.engine.wasi.TestGuest.BUFFER;
import static io.wasmwhisk.engine.wasi.TestGuest.CREAT;
import static io.wasmwhisk.engine.wasi.TestGuest.DIRECTORY;
import static io.wasmwhisk.engine.wasi.TestGuest.FOLLOW;
import static io.wasmwhisk.engine.wasi.TestGuest.RESULT;
import static io.wasmwhisk.engine.wasi.TestGuest.STAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.files.tree.PathWalk;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Rights;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No path leaves the directory that it starts from, whatever it is made of. */
class ConfinementTest {
  private final Path outside;
  private final Path granted;
  private TestGuest guest = new TestGuest();

  ConfinementTest(@TempDir Path temporary) throws Exception {
    outside = temporary.resolve("outside");
    granted = temporary.resolve("granted");
    Files.createDirectory(outside);
    Files.createDirectory(granted);
    Files.writeString(outside.resolve("secret"), "secret");
  }

  private void start(FileSystems files) throws Exception {
    guest = files.guest(granted);
    guest.directory("dir");
    guest.file("dir/file", "inside");
  }

  private Errno open(String path) throws InterruptedException {
    return guest.path("path_open", new long[] {3, FOLLOW}, path, 0, Rights.FD_READ, 0, 0, RESULT);
  }

  @ParameterizedTest
  @EnumSource
  void dotsDoNotLead(FileSystems files) throws Exception {
    start(files);
    for (String path :
        new String[] {
          "..",
          "../outside/secret",
          "../granted/dir/file",
          "dir/../..",
          "dir/../../outside/secret",
          "./../outside/secret",
          "dir/./.././../outside/secret"
        }) {
      assertThat(open(path)).as(path).isEqualTo(Errno.NOTCAPABLE);
      assertThat(guest.stat(path)).as(path).isEqualTo(Errno.NOTCAPABLE);
      assertThat(guest.path("path_unlink_file", new long[] {3}, path))
          .as(path)
          .isEqualTo(Errno.NOTCAPABLE);
    }
    // Three dots are a name like any other.
    assertThat(open("...")).isEqualTo(Errno.NOENT);
  }

  @ParameterizedTest
  @EnumSource
  void absolutePathsDoNotLead(FileSystems files) throws Exception {
    start(files);
    assertThat(open("/")).isEqualTo(Errno.NOTCAPABLE);
    assertThat(open("/dir/file")).isEqualTo(Errno.NOTCAPABLE);
    assertThat(open("//dir/file")).isEqualTo(Errno.NOTCAPABLE);
    assertThat(open(outside.resolve("secret").toString())).isEqualTo(Errno.NOTCAPABLE);
  }

  @ParameterizedTest
  @EnumSource
  void everyCallWithAPathIsConfined(FileSystems files) throws Exception {
    start(files);
    String out = "../outside/new";
    long[] dir = {3};
    assertThat(guest.open(3, out, CREAT, -1)).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.path("path_create_directory", dir, out)).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.path("path_remove_directory", dir, "../outside")).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.path("path_readlink", dir, out, BUFFER, 9, RESULT))
        .isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.path("path_filestat_set_times", new long[] {3, 0}, out, 0, 0, 8))
        .isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.symlink("dir", out)).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.paths("path_rename", dir, "dir/file", dir, out)).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.paths("path_rename", dir, "../outside/secret", dir, "x"))
        .isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.paths("path_link", new long[] {3, 0}, "dir/file", dir, out))
        .isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.paths("path_link", new long[] {3, 0}, "../outside/secret", dir, "x"))
        .isEqualTo(Errno.NOTCAPABLE);
    assertThat(outside).isDirectoryContaining("glob:**/secret");
  }

  @ParameterizedTest
  @EnumSource
  void linksThatLeaveAreNotFollowed(FileSystems files) throws Exception {
    start(files);
    guest.symlink("..", "up");
    guest.symlink("../outside/secret", "secret");
    guest.symlink("../../outside/secret", "dir/secret");
    guest.symlink("dir/../../outside", "sly");
    guest.symlink("up", "twice");
    for (String path :
        new String[] {
          "up",
          "up/",
          "up/outside/secret",
          "secret",
          "dir/secret",
          "sly/secret",
          "twice/outside/secret",
          "dir/../up/outside/secret"
        }) {
      assertThat(open(path)).as(path).isEqualTo(Errno.NOTCAPABLE);
    }
    assertThat(guest.open(3, "up/outside/new", CREAT, -1)).isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.path("path_open", new long[] {3, FOLLOW}, "secret", CREAT, -1, 0, 0, RESULT))
        .isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.path("path_unlink_file", new long[] {3}, "up/outside/secret"))
        .isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.path("path_filestat_get", new long[] {3, FOLLOW}, "secret", STAT))
        .isEqualTo(Errno.NOTCAPABLE);
    assertThat(guest.paths("path_link", new long[] {3, FOLLOW}, "secret", new long[] {3}, "stolen"))
        .isEqualTo(Errno.NOTCAPABLE);
  }

  @ParameterizedTest
  @EnumSource
  void aSubdirectoryIsItsOwnBoundary(FileSystems files) throws Exception {
    start(files);
    guest.file("above", "above");
    guest.symlink("../above", "dir/link");
    assertThat(guest.content("dir/link")).isEqualTo("above");
    int dir = guest.opened("dir", DIRECTORY);
    assertThat(guest.open(dir, "../above", 0, Rights.FD_READ)).isEqualTo(Errno.NOTCAPABLE);
    assertThat(
            guest.path(
                "path_open", new long[] {dir, FOLLOW}, "link", 0, Rights.FD_READ, 0, 0, RESULT))
        .isEqualTo(Errno.NOTCAPABLE);
  }

  @ParameterizedTest
  @EnumSource
  void loopsEnd(FileSystems files) throws Exception {
    start(files);
    guest.symlink("self", "self");
    guest.symlink("b", "a");
    guest.symlink("a/x", "b");
    guest.symlink("dir/back", "dir2");
    guest.symlink("../dir2/deeper", "dir/back");
    assertThat(open("self")).isEqualTo(Errno.LOOP);
    assertThat(open("self/x")).isEqualTo(Errno.LOOP);
    assertThat(open("a")).isEqualTo(Errno.LOOP);
    assertThat(open("b/y")).isEqualTo(Errno.LOOP);
    assertThat(open("dir2")).isEqualTo(Errno.LOOP);
  }

  @ParameterizedTest
  @EnumSource
  void chainsOfLinksAreBounded(FileSystems files) throws Exception {
    start(files);
    guest.symlink("dir/file", "link1");
    for (int i = 2; i <= PathWalk.MAX_LINKS + 1; i++) {
      guest.symlink("link" + (i - 1), "link" + i);
    }
    assertThat(guest.content("link" + PathWalk.MAX_LINKS)).isEqualTo("inside");
    assertThat(open("link" + (PathWalk.MAX_LINKS + 1))).isEqualTo(Errno.LOOP);
  }

  @ParameterizedTest
  @EnumSource
  void namesAreBounded(FileSystems files) throws Exception {
    start(files);
    String longest = "n".repeat(PathWalk.MAX_NAME_BYTES);
    guest.file(longest, "long");
    assertThat(guest.content(longest)).isEqualTo("long");
    assertThat(open(longest + "n")).isEqualTo(Errno.NAMETOOLONG);
    assertThat(guest.open(3, longest + "n", CREAT, -1)).isEqualTo(Errno.NAMETOOLONG);
    // 128 characters of two bytes each
    assertThat(open("ö".repeat(128))).isEqualTo(Errno.NAMETOOLONG);
    assertThat(open("dir/../".repeat(585) + "x")).isEqualTo(Errno.NOENT);
    assertThat(open("./".repeat(2043) + "dir/file")).isEqualTo(Errno.SUCCESS);
    assertThat(open("./".repeat(2044) + "dir/file")).isEqualTo(Errno.SUCCESS);
    assertThat(open("./".repeat(2044) + ".dir/file")).isEqualTo(Errno.NAMETOOLONG);
    assertThat(guest.symlink("t".repeat(PathWalk.MAX_PATH_BYTES + 1), "x"))
        .isEqualTo(Errno.NAMETOOLONG);
  }

  @ParameterizedTest
  @EnumSource
  void bytesThatAreNoTextAreRefused(FileSystems files) throws Exception {
    start(files);
    assertThat(open("dir/fi\0le")).isEqualTo(Errno.INVAL);
    assertThat(open("dir/file\0")).isEqualTo(Errno.INVAL);
    assertThat(guest.symlink("a\0b", "x")).isEqualTo(Errno.INVAL);
    for (int octet : new int[] {0x80, 0xFF, 0xC0, 0xC1, 0xF5}) {
      assertThat(openBytes((byte) octet)).isEqualTo(Errno.ILSEQ);
    }
    // an encoded surrogate, an overlong slash, a sequence cut short
    assertThat(openBytes((byte) 0xED, (byte) 0xA0, (byte) 0x80)).isEqualTo(Errno.ILSEQ);
    assertThat(openBytes((byte) 0xC0, (byte) 0xAF)).isEqualTo(Errno.ILSEQ);
    assertThat(openBytes((byte) 'a', (byte) 0xE2, (byte) 0x82)).isEqualTo(Errno.ILSEQ);
  }

  private Errno openBytes(byte... name) throws InterruptedException {
    guest.memory.write(BUFFER, name);
    return guest.call("path_open", 3, 0, BUFFER, name.length, 0, 0, 0, 0, RESULT);
  }

  @ParameterizedTest
  @EnumSource
  void pathsOutsideTheMemoryFault(FileSystems files) throws Exception {
    start(files);
    assertThat(guest.call("path_open", 3, 0, ArrayMemory.SIZE - 2, 3, 0, 0, 0, 0, RESULT))
        .isEqualTo(Errno.FAULT);
    assertThat(guest.call("path_open", 3, 0, 0, 0xFFFF_FFFFL, 0, 0, 0, 0, RESULT))
        .isEqualTo(Errno.FAULT);
    assertThat(guest.path("path_filestat_get", new long[] {3, 0}, "dir", ArrayMemory.SIZE - 63))
        .isEqualTo(Errno.FAULT);
  }

  @ParameterizedTest
  @EnumSource
  void aResultThatCannotBeStoredOpensNothing(FileSystems files) throws Exception {
    start(files);
    assertThat(
            guest.path(
                "path_open", new long[] {3, 0}, "new", CREAT, -1, 0, 0, ArrayMemory.SIZE - 3))
        .isEqualTo(Errno.FAULT);
    assertThat(guest.stat("new")).isEqualTo(Errno.NOENT);
  }
}
