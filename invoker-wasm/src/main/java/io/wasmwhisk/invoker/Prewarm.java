// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import io.wasmwhisk.engine.CompiledModule;
import io.wasmwhisk.engine.Invocation;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.WasmEngine;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Runs a small guest again and again for a while after the start, so that the first action finds
 * the engine's own code compiled: parsing, instances, WASI, the interpreter.
 */
final class Prewarm implements Runnable {
  /** The action "hello" in C: reads parameters, writes to both streams, allocates. */
  private static final String GUEST = "hello.wasm";

  private static final String INPUT = "{\"name\":\"nobody\"}";

  private final WasmEngine engine;
  private final long nanos;

  /**
   * @param time how long; zero for not at all
   */
  Prewarm(WasmEngine engine, Duration time) {
    this.engine = engine;
    this.nanos = time.toNanos();
  }

  @Override
  public void run() {
    long end = System.nanoTime() + nanos;
    try {
      CompiledModule module = engine.compile(read());
      while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
        module.start(new Invocation(INPUT, Map.of(), Limits.DEFAULTS)).completion().get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException | InvalidModuleException | ExecutionException e) {
      // Actions will run all the same, the first ones slower.
      System.getLogger(Prewarm.class.getName())
          .log(System.Logger.Level.WARNING, "Warming up the engine failed", e);
    }
  }

  private static byte[] read() throws IOException {
    try (InputStream guest = Prewarm.class.getResourceAsStream(GUEST)) {
      if (guest == null) {
        throw new IOException("the plugin has no " + GUEST);
      }
      return guest.readAllBytes();
    }
  }
}
