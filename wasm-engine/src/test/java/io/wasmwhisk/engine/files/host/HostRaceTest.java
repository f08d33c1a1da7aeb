// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.files.ByteSink;
import io.wasmwhisk.engine.files.ByteSource;
import io.wasmwhisk.engine.files.Descriptor;
import io.wasmwhisk.engine.files.DescriptorTable;
import io.wasmwhisk.engine.files.DirectoryDescriptor;
import io.wasmwhisk.engine.files.StandardStreams;
import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.OpenMode;
import io.wasmwhisk.engine.files.tree.Times;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another process of the host puts a symbolic link in a directory's place and takes it away again,
 * over and over, while a guest works through that directory: nothing outside is read or changed.
 */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "No directory can be granted there: Java has no SecureDirectoryStream.")
class HostRaceTest {
  private static final int SWAPS = 3_000;
  private static final OpenMode READ = new OpenMode(true, false, false, false, false);
  private static final OpenMode TRUNCATE = new OpenMode(true, true, true, false, true);
  private static final OpenMode CREATE = new OpenMode(true, true, true, true, false);
  private static final Times EPOCH = new Times(OptionalLong.of(0), OptionalLong.of(0));

  private final Path outside;
  private final Path granted;
  private final DirectoryDescriptor guest;

  HostRaceTest(@TempDir Path temporary) throws Exception {
    outside = Files.createDirectory(temporary.resolve("outside"));
    granted = Files.createDirectory(temporary.resolve("granted"));
    ByteSink sink = ByteSink.discarding();
    DescriptorTable table =
        new DescriptorTable(new StandardStreams(ByteSource.empty(), sink, sink));
    table.grant("/", HostDirectories.writable(granted));
    guest = table.get(3).directory();
  }

  @BeforeEach
  void files() throws Exception {
    Files.writeString(outside.resolve("file"), "secret");
    Files.createDirectory(outside.resolve("empty"));
    Files.createDirectories(granted.resolve("dir/empty"));
    Files.writeString(granted.resolve("dir/file"), "inside");
    Files.writeString(granted.resolve("mine"), "mine");
    Files.createSymbolicLink(granted.resolve("link"), outside);
  }

  /** Something that the guest tries, again and again; a failure that it is told of is no harm. */
  @FunctionalInterface
  private interface Attempt {
    void run() throws Exception;
  }

  private void whileSwapped(Attempt attempt) throws Exception {
    Path dir = granted.resolve("dir");
    Path link = granted.resolve("link");
    Path hidden = granted.resolve("hidden");
    Callable<Boolean> swapper =
        () -> {
          for (int i = 0; i < SWAPS; i++) {
            Files.move(dir, hidden);
            Files.move(link, dir);
            Files.move(dir, link);
            Files.move(hidden, dir);
          }
          return true;
        };
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Boolean> swaps = threads.submit(swapper);
      while (!swaps.isDone()) {
        try {
          attempt.run();
        } catch (FileException e) {
          continue;
        }
      }
      assertThat(swaps.get()).isTrue();
    }
    assertThat(names(outside)).containsExactly("empty", "file");
    assertThat(names(outside.resolve("empty"))).isEmpty();
    assertThat(outside.resolve("file")).hasContent("secret");
    assertThat(Files.getLastModifiedTime(outside.resolve("file")))
        .isGreaterThan(FileTime.fromMillis(1_000_000));
    assertThat(Files.getAttribute(outside.resolve("file"), "unix:nlink")).isEqualTo(1);
    assertThat(names(granted))
        .allMatch(name -> List.of("dir", "link", "mine", "stolen").contains(name));
  }

  private static List<String> names(Path directory) throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void nothingOutsideIsRead() throws Exception {
    List<String> read = new ArrayList<>();
    whileSwapped(
        () -> {
          try (Descriptor file = guest.open("dir/file", true, READ, false)) {
            byte[] bytes = new byte[10];
            read.add(new String(bytes, 0, file.read(bytes, 0, 10), "US-ASCII"));
          }
        });
    assertThat(read).containsOnly("inside");
  }

  @Test
  void nothingOutsideIsListed() throws Exception {
    Files.createFile(granted.resolve("dir/own"));
    whileSwapped(
        () -> {
          try (DirectoryDescriptor dir = guest.open("dir", true, READ, true).directory()) {
            assertThat(dir.names(true)).contains("own");
          }
        });
  }

  @Test
  void nothingOutsideIsLookedAt() throws Exception {
    long secret = ((Number) Files.getAttribute(outside.resolve("file"), "unix:ino")).longValue();
    whileSwapped(
        () -> {
          Attributes found = guest.attributes("dir/file", true);
          assertThat(found.inode()).isNotEqualTo(secret);
        });
  }

  @Test
  void nothingOutsideIsWritten() throws Exception {
    whileSwapped(
        () -> {
          try (Descriptor file = guest.open("dir/file", true, TRUNCATE, false)) {
            file.write(new byte[] {'x'}, 0, 1);
            file.setTimes(EPOCH);
          }
        });
  }

  @Test
  void nothingOutsideIsMade() throws Exception {
    whileSwapped(
        () -> {
          guest.open("dir/new", true, CREATE, false).close();
          guest.removeFile("dir/new");
        });
    whileSwapped(
        () -> {
          guest.createDirectory("dir/made");
          guest.removeDirectory("dir/made");
        });
    whileSwapped(
        () -> {
          guest.createSymbolicLink("mine", "dir/linked");
          guest.removeFile("dir/linked");
        });
    whileSwapped(
        () -> {
          guest.rename("mine", guest, "dir/moved");
          guest.rename("dir/moved", guest, "mine");
        });
  }

  @Test
  void nothingOutsideIsRemovedOrMoved() throws Exception {
    whileSwapped(
        () -> {
          guest.removeDirectory("dir/empty");
          guest.createDirectory("dir/empty");
        });
    whileSwapped(
        () -> {
          guest.rename("dir/file", guest, "stolen");
          guest.rename("stolen", guest, "dir/file");
        });
  }

  @Test
  void nothingOutsideIsLinkedOrStamped() throws Exception {
    whileSwapped(
        () -> {
          guest.link("dir/file", false, guest, "stolen");
          guest.removeFile("stolen");
        });
    whileSwapped(() -> guest.setTimes("dir/file", true, EPOCH));
  }
}
