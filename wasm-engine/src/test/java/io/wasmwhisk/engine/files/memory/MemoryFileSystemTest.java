// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.OpenDirectory;
import io.wasmwhisk.engine.files.tree.OpenFile;
import io.wasmwhisk.engine.files.tree.OpenMode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the budget allows, at the limit and one past it. */
class MemoryFileSystemTest {
  private static final OpenMode CREATE = new OpenMode(true, true, true, false, false);
  private static final int PAGE = Storage.PAGE;

  private long now = 1000;

  private OpenDirectory root(long bytes, int files) throws FileException {
    return new MemoryFileSystem(bytes, files, () -> now, Room.UNBOUNDED).root().enter();
  }

  private static int write(OpenFile file, long position, int length) throws Exception {
    return file.write(position, new byte[length], 0, length);
  }

  private static void assertFails(FileError error, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(FileException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  @Test
  void negativeLimitsAreRefused() {
    assertThatThrownBy(() -> new MemoryFileSystem(-1, 5, Room.UNBOUNDED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an in-memory file system cannot have -1 bytes and 5 files");
  }

  @Test
  void contentIsCountedInPages() throws Exception {
    OpenDirectory root = root(2 * PAGE + 2, 10);
    OpenFile a = root.open("a", CREATE);
    OpenFile b = root.open("b", CREATE);
    assertThat(write(a, 0, 1)).isEqualTo(1);
    assertThat(write(a, 1, PAGE - 1)).isEqualTo(PAGE - 1);
    assertThat(write(b, 0, 1)).isEqualTo(1);
    assertFails(FileError.NO_SPACE, () -> write(a, PAGE, 1));
    assertThat(write(b, 1, PAGE)).isEqualTo(PAGE - 1);
  }

  @Test
  void aWriteTakesWhatStillFits() throws Exception {
    OpenFile file = root(PAGE + 1, 10).open("a", CREATE);
    assertThat(write(file, 0, PAGE + 1)).isEqualTo(PAGE);
    assertFails(FileError.NO_SPACE, () -> write(file, PAGE, 1));
    assertThat(file.size()).isEqualTo(PAGE);
  }

  @Test
  void sizesNobodyHasAreRefusedBeforeTheyAreAllocated() throws Exception {
    OpenFile file = root(PAGE + 1, 10).open("a", CREATE);
    assertFails(FileError.NO_SPACE, () -> file.resize(Long.MAX_VALUE));
    assertFails(FileError.NO_SPACE, () -> file.resize(PAGE + 1));
    assertFails(FileError.NO_SPACE, () -> write(file, Long.MAX_VALUE - 1, 1));
    assertFails(FileError.NO_SPACE, () -> write(file, 1L << 40, 1));
    assertThat(file.size()).isZero();
    file.resize(PAGE);
    assertThat(file.size()).isEqualTo(PAGE);
  }

  @Test
  void whatIsCutOrRemovedIsFree() throws Exception {
    OpenDirectory root = root(PAGE + 2, 10);
    OpenFile a = root.open("a", CREATE);
    OpenFile b = root.open("b", CREATE);
    write(a, 0, PAGE);
    assertFails(FileError.NO_SPACE, () -> write(b, 0, 1));
    a.resize(0);
    assertThat(write(b, 0, 1)).isEqualTo(1);
    root.removeFile("b");
    assertFails(FileError.NO_SPACE, () -> write(a, 0, 1));
    b.close();
    b.close();
    assertThat(write(a, 0, PAGE)).isEqualTo(PAGE);
  }

  @Test
  void aFileWithTwoNamesKeepsItsPages() throws Exception {
    OpenDirectory root = root(PAGE + 2, 10);
    OpenFile a = root.open("a", CREATE);
    write(a, 0, 1);
    a.close();
    root.link("a", root, "b");
    root.removeFile("a");
    assertFails(FileError.NO_SPACE, () -> write(root.open("c", CREATE), 0, 1));
    root.removeFile("b");
    assertThat(write(root.open("c", CREATE), 0, 1)).isEqualTo(1);
  }

  @Test
  void namesAreCounted() throws Exception {
    OpenDirectory root = root(PAGE, 3);
    root.createDirectory("a");
    root.directory("a").open("b", CREATE).close();
    root.createSymbolicLink("c", "target");
    assertFails(FileError.NO_SPACE, () -> root.createDirectory("d"));
    assertFails(FileError.NO_SPACE, () -> root.open("d", CREATE));
    assertFails(FileError.NO_SPACE, () -> root.createSymbolicLink("d", "x"));
    assertFails(FileError.NO_SPACE, () -> root.directory("a").link("b", root, "d"));
    root.rename("c", root, "d");
    root.removeFile("d");
    root.createDirectory("e");
  }

  @Test
  void namesAndTargetsTakeBytes() throws Exception {
    OpenDirectory root = root(10, 5);
    root.createDirectory("12345");
    assertFails(FileError.NO_SPACE, () -> root.createDirectory("123456"));
    assertFails(FileError.NO_SPACE, () -> root.createSymbolicLink("12", "1234"));
    root.createSymbolicLink("12", "123");
    assertFails(FileError.NO_SPACE, () -> root.rename("12", root, "123"));
    assertThat(root.names()).containsExactly("12", "12345");
    root.removeFile("12");
    root.rename("12345", root, "1234567890");
    assertThat(root.names()).containsExactly("1234567890");
    root.removeDirectory("1234567890");
    root.createDirectory("abcdefghij");
  }

  @Test
  void replacingAFileFreesIt() throws Exception {
    OpenDirectory root = root(PAGE + 2, 2);
    OpenFile a = root.open("a", CREATE);
    OpenFile b = root.open("b", CREATE);
    write(b, 0, 1);
    b.close();
    root.rename("a", root, "b");
    assertThat(write(a, 0, 1)).isEqualTo(1);
    root.createDirectory("c");
  }

  @Test
  void timesMoveWithChanges() throws Exception {
    OpenDirectory root = root(PAGE + 10, 5);
    OpenFile file = root.open("a", CREATE);
    now = 2000;
    write(file, 0, 1);
    assertThat(file.attributes().modified()).isEqualTo(2000);
    assertThat(file.attributes().accessed()).isEqualTo(1000);
    now = 3000;
    root.rename("a", root, "b");
    assertThat(root.attributes().modified()).isEqualTo(3000);
    assertThat(file.attributes().modified()).isEqualTo(2000);
  }

  @Test
  void otherFileSystemsAreOtherDevices() throws Exception {
    OpenDirectory root = root(PAGE, 5);
    OpenDirectory other = root(PAGE, 5);
    root.createDirectory("a");
    assertFails(FileError.CROSS_DEVICE, () -> root.rename("a", other, "a"));
    root.open("b", CREATE).close();
    assertFails(FileError.CROSS_DEVICE, () -> root.link("b", other, "b"));
  }

  @Test
  void heapThatIsRefusedIsNoSpace() throws Exception {
    Heap heap = new Heap(10_000);
    OpenDirectory root = new MemoryFileSystem(1 << 20, 10, () -> now, heap).root().enter();
    OpenFile file = root.open("f", CREATE);

    assertThat(write(file, 0, 2 * PAGE)).isEqualTo(2 * PAGE);
    assertFails(FileError.NO_SPACE, () -> write(file, 2 * PAGE, 1));
    file.close();
    root.removeFile("f");
    assertThat(heap.left).isEqualTo(10_000);
  }

  @Test
  void everyNameAndLinkTakesHeap() throws Exception {
    Heap heap = new Heap(1_000);
    OpenDirectory root = new MemoryFileSystem(1 << 20, 10, () -> now, heap).root().enter();
    root.createDirectory("d");
    root.createSymbolicLink("l", "target");
    root.createSymbolicLink("m", "target");

    assertFails(FileError.NO_SPACE, () -> root.createDirectory("e"));
    root.removeFile("l");
    root.removeFile("m");
    root.removeDirectory("d");
    assertThat(heap.left).isEqualTo(1_000);
  }

  private static final class Heap implements Room {
    private long left;

    Heap(long bytes) {
      left = bytes;
    }

    @Override
    public boolean tryTake(long bytes) {
      if (bytes > left) {
        return false;
      }
      left -= bytes;
      return true;
    }

    @Override
    public void giveBack(long bytes) {
      left += bytes;
    }
  }
}
