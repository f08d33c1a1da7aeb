// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.files.ByteSink;
import io.wasmwhisk.engine.files.ByteSource;
import io.wasmwhisk.engine.files.Descriptor;
import io.wasmwhisk.engine.files.DescriptorTable;
import io.wasmwhisk.engine.files.DirectoryDescriptor;
import io.wasmwhisk.engine.files.StandardStreams;
import io.wasmwhisk.engine.files.tree.Directory;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.OpenDirectory;
import io.wasmwhisk.engine.files.tree.OpenMode;
import io.wasmwhisk.engine.files.tree.Times;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to directories of the host; on Windows none can be granted. */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "No directory can be granted there: Java has no SecureDirectoryStream.")
class HostDirectoriesTest {
  private static final OpenMode READ = new OpenMode(true, false, false, false, false);
  private static final OpenMode WRITE = new OpenMode(false, true, false, false, false);
  private static final OpenMode CREATE = new OpenMode(true, true, true, false, false);
  private static final OpenMode CREATE_TO_READ = new OpenMode(true, false, true, false, false);
  private static final OpenMode TRUNCATE = new OpenMode(true, false, false, false, true);
  private static final Times EPOCH = new Times(OptionalLong.of(0), OptionalLong.of(0));

  private final Path outside;
  private final Path granted;

  HostDirectoriesTest(@TempDir Path temporary) throws Exception {
    outside = Files.createDirectory(temporary.resolve("outside"));
    granted = Files.createDirectory(temporary.resolve("granted"));
    Files.writeString(outside.resolve("file"), "secret");
  }

  private static DirectoryDescriptor descriptor(Directory directory) throws Exception {
    ByteSink sink = ByteSink.discarding();
    DescriptorTable table =
        new DescriptorTable(new StandardStreams(ByteSource.empty(), sink, sink));
    table.grant("/", directory);
    return table.get(3).directory();
  }

  private DirectoryDescriptor writable() throws Exception {
    return descriptor(HostDirectories.writable(granted));
  }

  private static String read(Descriptor descriptor) throws Exception {
    byte[] bytes = new byte[100];
    int count = descriptor.read(bytes, 0, 100);
    descriptor.close();
    return new String(bytes, 0, count, StandardCharsets.UTF_8);
  }

  private static void assertFails(FileError error, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(FileException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  @Test
  void onlyDirectoriesAreGranted() {
    assertThatThrownBy(() -> HostDirectories.readOnly(outside.resolve("file")))
        .isInstanceOf(NotDirectoryException.class)
        .hasMessage(outside.resolve("file").toString());
    assertThatThrownBy(() -> HostDirectories.readOnly(outside.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aGrantMayBeGivenThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(granted.resolve("link"), outside);
    DirectoryDescriptor directory = descriptor(HostDirectories.readOnly(link));
    assertThat(read(directory.open("file", false, READ, false))).isEqualTo("secret");
  }

  @Test
  void aReadOnlyDirectoryIsNotChanged() throws Exception {
    DirectoryDescriptor directory = descriptor(HostDirectories.readOnly(outside));
    assertThat(read(directory.open("file", false, READ, false))).isEqualTo("secret");
    assertThat(read(directory.open("file", false, CREATE_TO_READ, false))).isEqualTo("secret");
    assertFails(FileError.READ_ONLY, () -> directory.open("file", false, WRITE, false));
    assertFails(FileError.READ_ONLY, () -> directory.open("file", false, TRUNCATE, false));
    assertFails(FileError.READ_ONLY, () -> directory.open("new", false, CREATE, false));
    assertFails(FileError.READ_ONLY, () -> directory.open("new", false, CREATE_TO_READ, false));
    assertFails(FileError.READ_ONLY, () -> directory.createDirectory("new"));
    assertFails(FileError.READ_ONLY, () -> directory.createSymbolicLink("file", "new"));
    assertFails(FileError.READ_ONLY, () -> directory.removeFile("file"));
    assertFails(FileError.READ_ONLY, () -> directory.setTimes("file", false, EPOCH));
    assertFails(FileError.READ_ONLY, () -> directory.setTimes(EPOCH));
    assertFails(FileError.READ_ONLY, () -> directory.link("file", false, directory, "new"));
    assertFails(FileError.READ_ONLY, () -> directory.rename("file", directory, "new"));
    Files.writeString(granted.resolve("x"), "");
    assertFails(FileError.READ_ONLY, () -> writable().rename("x", directory, "new"));
    Descriptor opened = directory.open("file", false, READ, false);
    assertFails(FileError.READ_ONLY, () -> opened.setTimes(EPOCH));
    assertThat(outside.resolve("file")).hasContent("secret");
  }

  @Test
  void linksOfTheHostThatLeaveAreNotFollowed() throws Exception {
    Files.createSymbolicLink(granted.resolve("absolute"), outside.resolve("file"));
    Files.createSymbolicLink(granted.resolve("relative"), Path.of("../outside/file"));
    Files.createSymbolicLink(granted.resolve("dir"), outside);
    Files.createSymbolicLink(granted.resolve("within"), granted.resolve("inside"));
    Files.writeString(granted.resolve("inside"), "");
    DirectoryDescriptor directory = writable();
    for (String path : new String[] {"absolute", "relative", "dir/file", "dir", "within"}) {
      assertFails(FileError.OUTSIDE, () -> directory.open(path, true, READ, false));
    }
    assertFails(FileError.OUTSIDE, () -> directory.createDirectory("dir/new"));
    // The target of an absolute link names a path of the host.
    assertFails(FileError.NOT_PERMITTED, () -> directory.readLink("absolute"));
    assertThat(directory.readLink("relative")).isEqualTo("../outside/file");
  }

  @Test
  void aDirectorySwappedForALinkLeadsNowhere() throws Exception {
    Files.createDirectories(granted.resolve("a/b"));
    DirectoryDescriptor root = writable();
    DirectoryDescriptor b = root.open("a/b", false, READ, true).directory();
    root.rename("a", root, "moved");
    Files.createDirectory(outside.resolve("b"));
    Files.writeString(outside.resolve("b/file"), "secret");
    root.createSymbolicLink("../outside", "a");
    assertFails(FileError.NOT_FOUND, () -> b.open("file", false, READ, false));
    assertFails(FileError.NOT_FOUND, () -> b.open("new", false, CREATE, false));
    assertFails(FileError.NOT_FOUND, () -> b.names(true));
    assertFails(FileError.NOT_FOUND, () -> b.attributes());
    assertFails(FileError.NOT_FOUND, () -> root.rename("moved", b, "x"));
    assertThat(outside.resolve("b/new")).doesNotExist();
  }

  @Test
  void aGrantedDirectorySwappedForALinkLeadsNowhere() throws Exception {
    Files.createDirectory(granted.resolve("inner"));
    DirectoryDescriptor outer = writable();
    DirectoryDescriptor inner = descriptor(HostDirectories.writable(granted.resolve("inner")));
    outer.rename("inner", outer, "moved");
    outer.createSymbolicLink("../outside", "inner");
    assertFails(FileError.NOT_FOUND, () -> inner.open("file", false, READ, false));
  }

  @Test
  void anotherDirectoryInTheSamePlaceIsNotTheOneThatWasOpened() throws Exception {
    Files.createDirectory(granted.resolve("a"));
    DirectoryDescriptor root = writable();
    DirectoryDescriptor a = root.open("a", false, READ, true).directory();
    root.rename("a", root, "moved");
    root.createDirectory("a");
    assertFails(FileError.NOT_FOUND, () -> a.open("new", false, CREATE, false));
  }

  @Test
  void anOpenFileThatMovedIsReadButNotStamped() throws Exception {
    Files.writeString(granted.resolve("file"), "content");
    DirectoryDescriptor root = writable();
    Descriptor file = root.open("file", false, READ, false);
    long inode = file.attributes().inode();
    root.rename("file", root, "moved");
    Files.createSymbolicLink(granted.resolve("file"), outside.resolve("file"));
    assertThat(file.attributes().inode()).isEqualTo(inode);
    assertThat(file.attributes().size()).isEqualTo(7);
    assertFails(FileError.NOT_SUPPORTED, () -> file.setTimes(EPOCH));
    assertThat(Files.getLastModifiedTime(outside.resolve("file")).toMillis()).isPositive();
    assertThat(read(file)).isEqualTo("content");
  }

  @Test
  void pipesAreNotOpened() throws Exception {
    Process mkfifo = new ProcessBuilder("mkfifo", granted.resolve("pipe").toString()).start();
    assertThat(mkfifo.waitFor()).isZero();
    DirectoryDescriptor root = writable();
    assertFails(FileError.ACCESS_DENIED, () -> root.open("pipe", false, READ, false));
    assertFails(FileError.ACCESS_DENIED, () -> root.open("pipe", true, WRITE, false));
    root.removeFile("pipe");
  }

  @Test
  void aGuestThatIsInterruptedWhileItReadsEnds() throws Exception {
    Files.writeString(granted.resolve("file"), "content");
    Descriptor file = writable().open("file", false, READ, false);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> file.read(new byte[1], 0, 1)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void differentFileSystemsAreDifferentDevices() throws Exception {
    Files.writeString(granted.resolve("file"), "");
    Directory memory =
        new io.wasmwhisk.engine.files.memory.MemoryFileSystem(
                10_000, 10, io.wasmwhisk.engine.files.memory.Room.UNBOUNDED)
            .root();
    assertFails(
        FileError.CROSS_DEVICE, () -> writable().rename("file", descriptor(memory), "file"));
  }

  @Test
  void aListingIsBounded() throws Exception {
    Files.createFile(granted.resolve("a"));
    Files.createFile(granted.resolve("b"));
    assertThat(names(2)).containsExactlyInAnyOrder("a", "b");
    assertFails(FileError.FILE_TOO_LARGE, () -> names(1));
  }

  private List<String> names(int limit) throws Exception {
    try (OpenDirectory here = HostDirectories.readOnly(granted).enter()) {
      return ((OpenHostDirectory) here).names(limit);
    }
  }
}
