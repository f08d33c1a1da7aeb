// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.wasi;

import io.wasmwhisk.engine.wasi.abi.WasiClock;

/** Time that only moves when somebody waits. */
final class StillClock implements WasiClock {
  private static final long REALTIME = 1_700_000_000_000_000_000L;

  private long monotonic = 5_000;

  @Override
  public long realtime() {
    return REALTIME + monotonic;
  }

  @Override
  public long monotonic() {
    return monotonic;
  }

  @Override
  public long cpu() {
    return monotonic;
  }

  @Override
  public long resolution() {
    return 1;
  }

  @Override
  public void await(long nanos) {
    monotonic = Math.max(monotonic, monotonic + nanos);
  }
}
