// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import io.wasmwhisk.engine.wasi.abi.WasiClock;
import java.util.ArrayList;
import java.util.List;

/** Time that only moves when somebody waits, or when a test moves it. */
final class FakeClock implements WasiClock {
  static final long REALTIME = 1_700_000_000_000_000_000L;

  final List<Long> waits = new ArrayList<>();
  long monotonic = 5_000;
  long cpu = 70_000;

  /** How much too early a wait returns, once. */
  long early;

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
    return cpu;
  }

  @Override
  public long resolution() {
    return 1;
  }

  @Override
  public void await(long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    waits.add(nanos);
    monotonic += nanos - early;
    early = 0;
  }
}
