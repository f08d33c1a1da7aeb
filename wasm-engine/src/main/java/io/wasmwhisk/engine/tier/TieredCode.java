// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.tier;

import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.Imports;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Code of one engine, and of another as soon as that has compiled it. An instance has one. */
final class TieredCode implements GuestCode {
  private final SecondTier tier;
  private final long waitingBytes;
  private volatile GuestCode code;

  /** What gives the other engine's code; null once it was tried. */
  private volatile @Nullable Compilation compilation;

  /** One that is called once is not likely to be called again, one that is called twice is. */
  private final AtomicBoolean calledBefore = new AtomicBoolean();

  private final AtomicBoolean asked = new AtomicBoolean();

  /**
   * @param code runs until then
   * @param waitingBytes what the compilation keeps
   */
  TieredCode(SecondTier tier, GuestCode code, Compilation compilation, long waitingBytes) {
    this.tier = tier;
    this.code = code;
    this.compilation = compilation;
    this.waitingBytes = waitingBytes;
  }

  @Override
  public GuestInstance instantiate(Imports imports, String memoryExport) throws GuestFailure {
    GuestInstance instance = code.instantiate(imports, memoryExport);
    return asked.get() ? instance : new TimedInstance(instance, tier.ticker(), this::called);
  }

  /** A guest has come to an end after this time. */
  private void called(long nanos) {
    if (nanos <= SecondTier.SHORT.toNanos()
        && calledBefore.getAndSet(true)
        && asked.compareAndSet(false, true)) {
      asked.set(tier.submit(this));
    }
  }

  /** Compiles it; called once, after {@link SecondTier#submit} took it. */
  void finish() {
    Compilation untried = compilation;
    compilation = null;
    if (untried != null) {
      code = tier.compiled(untried).orElse(code);
    }
  }

  @Override
  public void prepare() {
    code.prepare();
  }

  @Override
  public long idleBytes() {
    return code.idleBytes() + waitingBytes;
  }

  @Override
  public String engine() {
    return code.engine();
  }
}
