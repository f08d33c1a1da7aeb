// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.benchmarks;

import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.EngineSettings;
import io.wasmwhisk.engine.WasmEngine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One engine, of each kind in turn. */
@State(Scope.Benchmark)
public class EngineState {
  /** Which. */
  @Param({"graalwasm", "endive"})
  public String engine = "";

  private @Nullable WasmEngine started;

  /** Starts it. */
  @Setup(Level.Trial)
  public void start() {
    started = WasmEngine.create(EngineSettings.DEFAULTS.withEngine(EngineChoice.of(engine)));
    if (!started.report().compiles()) {
      throw new IllegalStateException(engine + " only interprets on this JVM");
    }
  }

  WasmEngine get() {
    return Objects.requireNonNull(started);
  }

  /** Stops it. */
  @TearDown(Level.Trial)
  public void stop() {
    get().close();
  }
}
