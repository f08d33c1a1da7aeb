// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static io.wasmwhisk.engine.wasi.TestGuest.BUFFER;
import static io.wasmwhisk.engine.wasi.TestGuest.CREAT;
import static io.wasmwhisk.engine.wasi.TestGuest.DIRECTORY;
import static io.wasmwhisk.engine.wasi.TestGuest.EXCL;
import static io.wasmwhisk.engine.wasi.TestGuest.FOLLOW;
import static io.wasmwhisk.engine.wasi.TestGuest.RESULT;
import static io.wasmwhisk.engine.wasi.TestGuest.STAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.wasi.abi.Errno;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls on paths, the same on every file system. */
class PathsTest {
  private static final int TYPE = 16;
  private static final int LINKS = 24;

  private final Path temporary;
  private TestGuest guest = new TestGuest();

  PathsTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  private void start(FileSystems files) throws Exception {
    guest = files.guest(temporary);
  }

  private Errno rename(String from, String to) throws InterruptedException {
    return guest.paths("path_rename", new long[] {3}, from, new long[] {3}, to);
  }

  private Errno link(String from, int flags, String to) throws InterruptedException {
    return guest.paths("path_link", new long[] {3, flags}, from, new long[] {3}, to);
  }

  private Errno unlink(String path) throws InterruptedException {
    return guest.path("path_unlink_file", new long[] {3}, path);
  }

  private Errno rmdir(String path) throws InterruptedException {
    return guest.path("path_remove_directory", new long[] {3}, path);
  }

  private Errno mkdir(String path) throws InterruptedException {
    return guest.path("path_create_directory", new long[] {3}, path);
  }

  @ParameterizedTest
  @EnumSource
  void directoriesAreMadeAndRemoved(FileSystems files) throws Exception {
    start(files);
    assertThat(mkdir("a")).isEqualTo(Errno.SUCCESS);
    assertThat(mkdir("a/b/")).isEqualTo(Errno.SUCCESS);
    assertThat(mkdir("a")).isEqualTo(Errno.EXIST);
    assertThat(mkdir(".")).isEqualTo(Errno.EXIST);
    assertThat(mkdir("none/b")).isEqualTo(Errno.NOENT);
    guest.file("file", "");
    assertThat(mkdir("file/b")).isEqualTo(Errno.NOTDIR);
    assertThat(mkdir("file")).isEqualTo(Errno.EXIST);
    assertThat(rmdir("a")).isEqualTo(Errno.NOTEMPTY);
    assertThat(rmdir("file")).isEqualTo(Errno.NOTDIR);
    assertThat(rmdir(".")).isEqualTo(Errno.INVAL);
    assertThat(rmdir("none")).isEqualTo(Errno.NOENT);
    assertThat(rmdir("a/b/")).isEqualTo(Errno.SUCCESS);
    assertThat(rmdir("a")).isEqualTo(Errno.SUCCESS);
    assertThat(guest.stat("a")).isEqualTo(Errno.NOENT);
  }

  @ParameterizedTest
  @EnumSource
  void filesAreUnlinked(FileSystems files) throws Exception {
    start(files);
    guest.file("file", "");
    guest.directory("dir");
    assertThat(unlink("file/")).isEqualTo(Errno.NOTDIR);
    assertThat(unlink("dir")).isEqualTo(Errno.ISDIR);
    assertThat(unlink(".")).isEqualTo(Errno.ISDIR);
    assertThat(unlink("file")).isEqualTo(Errno.SUCCESS);
    assertThat(unlink("file")).isEqualTo(Errno.NOENT);
  }

  @ParameterizedTest
  @EnumSource
  void pathsAreReadLikePosixPaths(FileSystems files) throws Exception {
    start(files);
    guest.directory("dir");
    guest.file("dir/file", "found");
    assertThat(guest.content("./dir//.///../dir/file")).isEqualTo("found");
    assertThat(guest.stat("")).isEqualTo(Errno.NOENT);
    assertThat(guest.stat("dir/file/")).isEqualTo(Errno.NOTDIR);
    assertThat(guest.stat("dir/file/.")).isEqualTo(Errno.NOTDIR);
    assertThat(guest.stat("dir/file/..")).isEqualTo(Errno.NOTDIR);
    assertThat(guest.stat("dir/")).isEqualTo(Errno.SUCCESS);
    assertThat(guest.stat("none/..")).isEqualTo(Errno.NOENT);
    int dir = guest.opened("dir", DIRECTORY);
    assertThat(guest.open(dir, "file", 0, -1)).isEqualTo(Errno.SUCCESS);
    assertThat(guest.open(guest.result(), "x", 0, -1)).isEqualTo(Errno.NOTDIR);
    assertThat(guest.open(1, "x", 0, -1)).isEqualTo(Errno.NOTDIR);
    assertThat(guest.open(77, "x", 0, -1)).isEqualTo(Errno.BADF);
  }

  @ParameterizedTest
  @EnumSource
  void symbolicLinksAreFollowedWhenAsked(FileSystems files) throws Exception {
    start(files);
    guest.directory("dir");
    guest.file("dir/file", "found");
    assertThat(guest.symlink("dir/../dir/file", "link")).isEqualTo(Errno.SUCCESS);
    assertThat(guest.symlink("dir", "dirlink")).isEqualTo(Errno.SUCCESS);
    assertThat(guest.content("link")).isEqualTo("found");
    assertThat(guest.content("dirlink/file")).isEqualTo("found");
    assertThat(guest.open(3, "link", 0, -1)).isEqualTo(Errno.LOOP);
    guest.stat("link");
    assertThat(guest.memory.getByte(STAT + TYPE)).isEqualTo((byte) 7);
    guest.path("path_filestat_get", new long[] {3, FOLLOW}, "link", STAT);
    assertThat(guest.memory.getByte(STAT + TYPE)).isEqualTo((byte) 4);
    assertThat(guest.path("path_filestat_get", new long[] {3, 2}, "link", STAT))
        .isEqualTo(Errno.INVAL);
    assertThat(unlink("dirlink")).isEqualTo(Errno.SUCCESS);
    assertThat(guest.content("dir/file")).isEqualTo("found");
  }

  @ParameterizedTest
  @EnumSource
  void aDanglingLinkIsFollowedToANewFile(FileSystems files) throws Exception {
    start(files);
    guest.symlink("target", "link");
    assertThat(
            guest.path("path_open", new long[] {3, FOLLOW}, "link", CREAT | EXCL, -1, 0, 0, RESULT))
        .isEqualTo(Errno.EXIST);
    assertThat(guest.path("path_open", new long[] {3, FOLLOW}, "link", CREAT, -1, 0, 0, RESULT))
        .isEqualTo(Errno.SUCCESS);
    assertThat(guest.stat("target")).isEqualTo(Errno.SUCCESS);
  }

  @ParameterizedTest
  @EnumSource
  void linksAreRead(FileSystems files) throws Exception {
    start(files);
    guest.symlink("some/target", "link");
    assertThat(guest.path("path_readlink", new long[] {3}, "link", BUFFER, 100, RESULT))
        .isEqualTo(Errno.SUCCESS);
    assertThat(guest.text(BUFFER, guest.result())).isEqualTo("some/target");
    assertThat(guest.path("path_readlink", new long[] {3}, "link", BUFFER, 4, RESULT))
        .isEqualTo(Errno.SUCCESS);
    assertThat(guest.result()).isEqualTo(4);
    guest.file("file", "");
    assertThat(guest.path("path_readlink", new long[] {3}, "file", BUFFER, 4, RESULT))
        .isEqualTo(Errno.INVAL);
    assertThat(guest.path("path_readlink", new long[] {3}, "none", BUFFER, 4, RESULT))
        .isEqualTo(Errno.NOENT);
    assertThat(guest.path("path_readlink", new long[] {3}, "link", ArrayMemory.SIZE, 4, RESULT))
        .isEqualTo(Errno.FAULT);
  }

  @ParameterizedTest
  @EnumSource
  void linkNamesMustBeFree(FileSystems files) throws Exception {
    start(files);
    guest.file("file", "");
    guest.directory("dir");
    assertThat(guest.symlink("x", "file")).isEqualTo(Errno.EXIST);
    assertThat(guest.symlink("x", "dir/")).isEqualTo(Errno.EXIST);
    assertThat(guest.symlink("x", "new/")).isEqualTo(Errno.NOENT);
    assertThat(guest.symlink("", "new")).isEqualTo(Errno.NOENT);
    assertThat(guest.symlink("/absolute", "new")).isEqualTo(Errno.PERM);
    assertThat(link("file", 0, "dir")).isEqualTo(Errno.EXIST);
    assertThat(link("file", 0, "file")).isEqualTo(Errno.EXIST);
    assertThat(link("file", 0, "new/")).isEqualTo(Errno.NOENT);
  }

  @ParameterizedTest
  @EnumSource
  void aSecondNameIsTheSameFile(FileSystems files) throws Exception {
    start(files);
    guest.file("file", "shared");
    guest.directory("dir");
    assertThat(link("file", 0, "dir/second")).isEqualTo(Errno.SUCCESS);
    guest.stat("dir/second");
    assertThat(guest.stat(LINKS)).isEqualTo(2);
    assertThat(unlink("file")).isEqualTo(Errno.SUCCESS);
    assertThat(guest.content("dir/second")).isEqualTo("shared");
    assertThat(link("dir", 0, "x")).isEqualTo(Errno.PERM);
    assertThat(link(".", 0, "x")).isEqualTo(Errno.PERM);
    assertThat(link("none", 0, "x")).isEqualTo(Errno.NOENT);
    guest.symlink("dir/second", "symlink");
    assertThat(link("symlink", FOLLOW, "third")).isEqualTo(Errno.SUCCESS);
    guest.stat("third");
    assertThat(guest.memory.getByte(STAT + TYPE)).isEqualTo((byte) 4);
    assertThat(link("symlink", 0, "fourth")).isEqualTo(Errno.SUCCESS);
    guest.stat("fourth");
    assertThat(guest.memory.getByte(STAT + TYPE)).isEqualTo((byte) 7);
  }

  @ParameterizedTest
  @EnumSource
  void renamingReplacesWhatFits(FileSystems files) throws Exception {
    start(files);
    guest.file("a", "a");
    guest.file("b", "b");
    assertThat(rename("a", "b")).isEqualTo(Errno.SUCCESS);
    assertThat(guest.content("b")).isEqualTo("a");
    assertThat(guest.stat("a")).isEqualTo(Errno.NOENT);
    guest.directory("dir");
    guest.directory("empty");
    assertThat(rename("b", "dir")).isEqualTo(Errno.ISDIR);
    assertThat(rename("dir", "b")).isEqualTo(Errno.NOTDIR);
    assertThat(rename("b", "dir/b")).isEqualTo(Errno.SUCCESS);
    assertThat(rename("empty", "dir")).isEqualTo(Errno.NOTEMPTY);
    assertThat(rename("dir", "empty")).isEqualTo(Errno.SUCCESS);
    assertThat(guest.content("empty/b")).isEqualTo("a");
    assertThat(rename("empty/b", "x/")).isEqualTo(Errno.NOTDIR);
    assertThat(rename("empty/", "dir/")).isEqualTo(Errno.SUCCESS);
    assertThat(rename("none", "x")).isEqualTo(Errno.NOENT);
    assertThat(rename(".", "x")).isEqualTo(Errno.BUSY);
    assertThat(rename("dir", ".")).isEqualTo(Errno.BUSY);
    assertThat(rename("dir", "dir/b/c")).isEqualTo(Errno.NOTDIR);
  }

  @ParameterizedTest
  @EnumSource
  void aDirectoryCannotBeMovedBelowItself(FileSystems files) throws Exception {
    start(files);
    guest.directory("a");
    guest.directory("a/b");
    assertThat(rename("a", "a/b/c")).isEqualTo(Errno.INVAL);
    assertThat(rename("a", "a/c")).isEqualTo(Errno.INVAL);
    assertThat(rename("a/b", "b")).isEqualTo(Errno.SUCCESS);
    assertThat(rename("a", "b/a")).isEqualTo(Errno.SUCCESS);
    assertThat(guest.stat("b/a")).isEqualTo(Errno.SUCCESS);
  }

  @ParameterizedTest
  @EnumSource
  void twoNamesOfOneFileRenameToNothingNew(FileSystems files) throws Exception {
    start(files);
    guest.file("a", "same");
    link("a", 0, "b");
    assertThat(rename("a", "b")).isEqualTo(Errno.SUCCESS);
    assertThat(guest.content("a")).isEqualTo("same");
    assertThat(guest.content("b")).isEqualTo("same");
  }

  @ParameterizedTest
  @EnumSource
  void timesAreSetByPath(FileSystems files) throws Exception {
    start(files);
    guest.file("file", "");
    guest.symlink("file", "link");
    assertThat(setTimes("link", FOLLOW, 1_000_000_000L)).isEqualTo(Errno.SUCCESS);
    assertThat(setTimes("link", 0, 2_000_000_000L)).isEqualTo(Errno.SUCCESS);
    assertThat(setTimes(".", 0, 3_000_000_000L)).isEqualTo(Errno.SUCCESS);
    assertThat(setTimes("none", 0, 0)).isEqualTo(Errno.NOENT);
    guest.stat("file");
    assertThat(guest.stat(48)).isEqualTo(1_000_000_000L);
    guest.stat("link");
    assertThat(guest.stat(48)).isEqualTo(2_000_000_000L);
    guest.ok("fd_filestat_get", 3, STAT);
    assertThat(guest.stat(48)).isEqualTo(3_000_000_000L);
    guest.ok("fd_filestat_set_times", 3, 0, 4_000_000_000L, 4);
    guest.stat(".");
    assertThat(guest.stat(48)).isEqualTo(4_000_000_000L);
  }

  @ParameterizedTest
  @EnumSource
  void aLinkMaySayThatItsTargetIsADirectory(FileSystems files) throws Exception {
    start(files);
    guest.file("file", "");
    guest.directory("dir");
    guest.symlink("file/", "to-file");
    guest.symlink("dir/", "to-dir");
    assertThat(guest.path("path_filestat_get", new long[] {3, FOLLOW}, "to-file", STAT))
        .isEqualTo(Errno.NOTDIR);
    assertThat(guest.path("path_filestat_get", new long[] {3, FOLLOW}, "to-dir", STAT))
        .isEqualTo(Errno.SUCCESS);
    assertThat(guest.path("path_readlink", new long[] {3}, "to-dir", BUFFER, 9, RESULT))
        .isEqualTo(Errno.SUCCESS);
    assertThat(guest.text(BUFFER, guest.result())).isEqualTo("dir/");
  }

  private Errno setTimes(String path, int flags, long modified) throws InterruptedException {
    return guest.path("path_filestat_set_times", new long[] {3, flags}, path, 0, modified, 4);
  }

  @ParameterizedTest
  @EnumSource
  void aRemovedDirectoryIsGone(FileSystems files) throws Exception {
    start(files);
    guest.directory("dir");
    int dir = guest.opened("dir", DIRECTORY);
    rmdir("dir");
    assertThat(guest.open(dir, "x", CREAT, -1)).isEqualTo(Errno.NOENT);
    assertThat(guest.path("path_create_directory", new long[] {dir}, "x")).isEqualTo(Errno.NOENT);
    guest.ok("fd_close", dir);
  }
}
