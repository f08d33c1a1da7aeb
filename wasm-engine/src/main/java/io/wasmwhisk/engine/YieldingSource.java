// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.files.ByteSource;
import io.wasmwhisk.engine.schedule.Claim;
import java.io.IOException;

/** Input; who waits for it leaves the processor to others. */
final class YieldingSource implements ByteSource {
  private final ByteSource source;
  private final Claim claim;

  YieldingSource(ByteSource source, Claim claim) {
    this.source = source;
    this.claim = claim;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException, InterruptedException {
    if (source.available() == 0) {
      await(Long.MAX_VALUE);
    }
    return source.read(target, offset, length);
  }

  @Override
  public int available() throws IOException {
    return source.available();
  }

  @Override
  public void await(long nanos) throws InterruptedException {
    claim.away(() -> source.await(nanos));
  }
}
