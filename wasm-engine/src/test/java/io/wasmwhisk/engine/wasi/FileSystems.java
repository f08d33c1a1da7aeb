// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import io.wasmwhisk.engine.files.host.HostDirectories;
import io.wasmwhisk.engine.files.memory.MemoryFileSystem;
import io.wasmwhisk.engine.files.memory.Room;
import io.wasmwhisk.engine.files.tree.Directory;
import java.io.IOException;
import java.nio.file.Path;

/** The file systems that must look the same to a guest. */
enum FileSystems {
  MEMORY {
    @Override
    Directory make(Path temporary) {
      return new MemoryFileSystem(1 << 20, 100, () -> FakeClock.REALTIME, Room.UNBOUNDED).root();
    }
  },
  HOST {
    @Override
    Directory make(Path temporary) throws IOException {
      return HostDirectories.writable(temporary);
    }
  };

  /** An empty directory that may be written. */
  abstract Directory make(Path temporary) throws IOException;

  /** A guest that has one as descriptor 3. */
  TestGuest guest(Path temporary) throws IOException {
    return TestGuest.withDirectory(make(temporary));
  }
}
