// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.files.memory.MemoryFileSystem;
import io.wasmwhisk.engine.files.memory.Room;
import io.wasmwhisk.engine.files.tree.Directory;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.OpenMode;
import org.junit.jupiter.api.Test;

class DescriptorTableTest {
  private static final StandardStreams STREAMS =
      new StandardStreams(ByteSource.empty(), ByteSink.discarding(), ByteSink.discarding());
  private static final OpenMode CREATE = new OpenMode(true, true, true, false, false);

  private static final OpenMode READ = new OpenMode(true, false, false, false, false);

  private final Directory root = new MemoryFileSystem(10_000, 10, Room.UNBOUNDED).root();

  private static DirectoryDescriptor directory(Directory directory, int listedNames) {
    return new DirectoryDescriptor(directory, null, new DirectoryDescriptor.Listings(listedNames));
  }

  @Test
  void standardStreamsNeedTheirRoom() {
    assertThatThrownBy(() -> new DescriptorTable(2, STREAMS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a descriptor limit of 2 leaves no room for the 3 standard streams");
  }

  @Test
  void grantsCountTowardsTheLimit() throws Exception {
    DescriptorTable table = new DescriptorTable(4, STREAMS);
    assertThat(table.hasRoom()).isTrue();
    table.grant("/tmp", root);
    assertThat(table.hasRoom()).isFalse();
    assertThatThrownBy(() -> table.grant("/more", root)).hasMessage("too many open files");
  }

  @Test
  void aDescriptorThatFindsNoRoomIsClosed() throws Exception {
    DescriptorTable table = new DescriptorTable(3, STREAMS);
    DirectoryDescriptor directory = directory(root, 100);
    Descriptor file = directory.open("file", false, CREATE, false);
    file.write(new byte[5000], 0, 5000);
    directory.removeFile("file");
    assertThatThrownBy(() -> table.add(file)).isInstanceOf(FileException.class);
    // Closing gave the removed file's two pages back, of which there are only two.
    Descriptor next = directory.open("next", false, CREATE, false);
    assertThat(next.write(new byte[5000], 0, 5000)).isEqualTo(5000);
  }

  @Test
  void closingTheTableClosesWhatIsOpen() throws Exception {
    DirectoryDescriptor directory = directory(root, 100);
    DescriptorTable table = new DescriptorTable(STREAMS);
    int number = table.add(directory.open("file", false, CREATE, false));
    table.get(number).write(new byte[5000], 0, 5000);
    directory.removeFile("file");
    table.close();
    table.close();
    assertThat(directory.open("next", false, CREATE, false).write(new byte[5000], 0, 5000))
        .isEqualTo(5000);
    assertThatThrownBy(() -> table.get(0))
        .isInstanceOfSatisfying(
            FileException.class, e -> assertThat(e.error()).isEqualTo(FileError.BAD_DESCRIPTOR));
    assertThat(table.hasRoom()).isFalse();
  }

  @Test
  void openListingsAreBoundedTogether() throws Exception {
    DirectoryDescriptor directory = directory(root, 5);
    directory.createDirectory("a");
    directory.createDirectory("b");
    DirectoryDescriptor second = directory.open(".", false, READ, true).directory();
    DirectoryDescriptor third = directory.open(".", false, READ, true).directory();
    assertThat(directory.names(true)).hasSize(2);
    assertThat(directory.names(true)).hasSize(2);
    assertThat(second.names(true)).hasSize(2);
    assertThatThrownBy(() -> third.names(true)).hasMessage("no space left");
    assertThat(second.names(false)).hasSize(2);
    second.close();
    assertThat(third.names(true)).hasSize(2);
  }
}
