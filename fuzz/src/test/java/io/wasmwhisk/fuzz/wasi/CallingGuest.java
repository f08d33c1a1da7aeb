// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.wasi;

import io.wasmwhisk.engine.files.ByteSink;
import io.wasmwhisk.engine.files.ByteSource;
import io.wasmwhisk.engine.files.DescriptorTable;
import io.wasmwhisk.engine.files.StandardStreams;
import io.wasmwhisk.engine.files.tree.Directory;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.GuestExit;
import io.wasmwhisk.engine.wasi.WasiPreview1;
import io.wasmwhisk.engine.wasi.WasiSettings;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The guest's side: a memory, and a directory as descriptor 3. */
final class CallingGuest implements AutoCloseable {
  static final long EXITED = -1;
  private static final int MOST_DESCRIPTORS = 12;

  final ArrayMemory memory = new ArrayMemory();
  final WasiPreview1 wasi;
  private final DescriptorTable descriptors;

  CallingGuest(Directory directory) throws FileException {
    ByteSink nowhere = ByteSink.of(OutputStream.nullOutputStream());
    descriptors =
        new DescriptorTable(
            MOST_DESCRIPTORS, new StandardStreams(ByteSource.empty(), nowhere, nowhere));
    descriptors.grant("/granted", directory);
    wasi =
        new WasiPreview1(
            new WasiSettings(
                List.of("program", "argument"),
                Map.of("KEY", "value"),
                descriptors,
                new StillClock(),
                target -> Arrays.fill(target, (byte) 0x5A)));
  }

  /** Makes a call; {@link #EXITED} when it ended the guest. */
  long call(Calls.Call call) throws InterruptedException {
    try {
      return Objects.requireNonNull(wasi.find(WasiPreview1.MODULE, call.name()))
          .body()
          .call(memory, call.arguments());
    } catch (GuestExit exit) {
      return EXITED;
    }
  }

  @Override
  public void close() {
    descriptors.close();
  }
}
