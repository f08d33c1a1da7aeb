// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.tier;

import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** An instance whose time is taken from its making to its end; what waits counts, too. */
final class TimedInstance implements GuestInstance {
  private final GuestInstance instance;
  private final LongSupplier ticker;
  private final LongConsumer ended;
  private final long begin;
  private boolean closed;

  /**
   * @param ticker nanoseconds, of any origin
   * @param ended is told how many it took, once
   */
  TimedInstance(GuestInstance instance, LongSupplier ticker, LongConsumer ended) {
    this.instance = instance;
    this.ticker = ticker;
    this.ended = ended;
    this.begin = ticker.getAsLong();
  }

  @Override
  public void adopt() {
    instance.adopt();
  }

  @Override
  public boolean hasFunction(String name) throws GuestFailure {
    return instance.hasFunction(name);
  }

  @Override
  public void call(String name) throws GuestFailure {
    instance.call(name);
  }

  @Override
  public void interrupt() {
    instance.interrupt();
  }

  @Override
  public void pause(Pause pause) {
    instance.pause(pause);
  }

  @Override
  public void close() {
    instance.close();
    if (!closed) {
      closed = true;
      ended.accept(ticker.getAsLong() - begin);
    }
  }
}
