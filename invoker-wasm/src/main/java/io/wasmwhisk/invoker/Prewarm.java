// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import io.wasmwhisk.engine.CompiledModule;
import io.wasmwhisk.engine.Invocation;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.WasmEngine;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.invoker.code.ActionCode;
import io.wasmwhisk.invoker.code.ActionPackage;
import io.wasmwhisk.invoker.code.BadActionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Runs a small guest again and again for a while after the start, so that the first action finds
 * the engine's own code compiled: parsing, instances, WASI, the interpreter. Now and then it runs
 * JavaScript, whose guest is large: the first thing that an invoker is asked to run is the action
 * by which controllers ask for its health.
 */
final class Prewarm implements Runnable {
  /** The action "hello" in C: reads parameters, writes to both streams, allocates. */
  private static final String GUEST = "hello.wasm";

  private static final String SCRIPT = "function main(params) { return params; }";

  private static final int RUNS_BETWEEN_SCRIPTS = 20;

  private static final String INPUT = "{\"name\":\"nobody\"}";

  private final WasmEngine engine;
  private final ActionCode code;
  private final long nanos;

  /**
   * @param time how long; zero for not at all
   */
  Prewarm(WasmEngine engine, ActionCode code, Duration time) {
    this.engine = engine;
    this.code = code;
    this.nanos = time.toNanos();
  }

  @Override
  public void run() {
    long end = System.nanoTime() + nanos;
    try {
      CompiledModule module = engine.compile(read());
      Invocation hello = new Invocation(INPUT, Map.of(), Limits.DEFAULTS);
      ActionPackage script = code.openText(SCRIPT, ActionCode.DEFAULT_MAIN);
      CompiledModule interpreter = engine.compile(script.module());
      Invocation echo =
          new Invocation(Invocation.SOLE_OWNER, INPUT, Map.of(), script.files(), Limits.DEFAULTS);
      for (int i = 0; System.nanoTime() < end && !Thread.currentThread().isInterrupted(); i++) {
        boolean isScriptsTurn = i % RUNS_BETWEEN_SCRIPTS == 0;
        (isScriptsTurn ? interpreter.start(echo) : module.start(hello)).completion().get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException | BadActionException | InvalidModuleException | ExecutionException e) {
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
