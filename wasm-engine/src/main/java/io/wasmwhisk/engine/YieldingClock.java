// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.schedule.Claim;
import io.wasmwhisk.engine.wasi.abi.WasiClock;

/** The JVM's clocks; who waits for one leaves the processor to others. */
final class YieldingClock implements WasiClock {
  private final WasiClock clock = WasiClock.system();
  private final Claim claim;

  YieldingClock(Claim claim) {
    this.claim = claim;
  }

  @Override
  public long realtime() {
    return clock.realtime();
  }

  @Override
  public long monotonic() {
    return clock.monotonic();
  }

  @Override
  public long cpu() {
    return clock.cpu();
  }

  @Override
  public long resolution() {
    return clock.resolution();
  }

  @Override
  public void await(long nanos) throws InterruptedException {
    claim.away(() -> clock.await(nanos));
  }
}
