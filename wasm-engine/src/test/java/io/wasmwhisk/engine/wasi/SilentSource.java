// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import io.wasmwhisk.engine.files.ByteSource;
import java.util.ArrayList;
import java.util.List;

/** Input that never comes; remembers how long it was waited for. */
final class SilentSource implements ByteSource {
  final List<Long> waits = new ArrayList<>();

  /** What a wait does besides. */
  Runnable onWait = () -> {};

  @Override
  public int read(byte[] target, int offset, int length) {
    throw new AssertionError("a read that would wait for ever");
  }

  @Override
  public int available() {
    return 0;
  }

  @Override
  public void await(long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    waits.add(nanos);
    onWait.run();
  }
}
