// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.ContentHash;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import io.wasmwhisk.engine.binary.rewrite.ModuleRewriter;
import io.wasmwhisk.engine.limits.CpuClock;
import io.wasmwhisk.engine.limits.GuestThreads;
import io.wasmwhisk.engine.limits.memory.MemoryBudget;
import io.wasmwhisk.engine.run.GuestRunner;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * How often an activation that greets calls its host, by function: each call leaves compiled code.
 * What the rewriter adds to a module is among it.
 */
class HostCallsTest {
  private static final Engines ENGINES = Engines.start(EngineChoice.AUTO, null);
  private static final MemoryBudget BUDGET = new MemoryBudget(64 << 20);
  private static final GuestRunner RUNNER =
      new GuestRunner(new GuestThreads(16 << 20), Concurrency.DEFAULTS.bounds(), CpuClock.system());

  private final Map<String, Integer> calls = new ConcurrentHashMap<>();

  @AfterAll
  static void stop() {
    RUNNER.close();
    ENGINES.close();
  }

  @Test
  void ofC() throws Exception {
    assertThat(calls("c/hello")).isEqualTo(Map.of("fd_fdstat_get", 1, "fd_read", 2, "fd_write", 3));
  }

  @Test
  void ofRust() throws Exception {
    assertThat(calls("rust/hello")).isEqualTo(Map.of("fd_read", 2, "fd_write", 3));
  }

  private Map<String, Integer> calls(String guest) throws Exception {
    CompiledModule hello = compile(Guests.built(guest));
    for (int i = 0; i < 3; i++) {
      calls.clear();
      Invocation invocation = new Invocation("{\"name\":\"World\"}", Map.of(), Limits.DEFAULTS);
      assertThat(hello.start(invocation).completion().get().outcome())
          .isEqualTo(new Outcome.Result("{\"greeting\":\"Hello, World!\"}"));
    }
    return calls;
  }

  private CompiledModule compile(byte[] module) throws Exception {
    ModuleLayout layout = ModuleReader.read(module, ModuleLimits.DEFAULT);
    EngineAdapter adapter = ENGINES.forModule(layout.info(), EngineChoice.AUTO);
    byte[] rewritten = ModuleRewriter.rewrite(layout, adapter.mostPages(), 1_000_000);
    GuestCode code = adapter.compile("hello", rewritten);
    return new CompiledModule(
        ContentHash.of(module),
        module.length,
        layout.info(),
        new GuestCode() {
          @Override
          public GuestInstance instantiate(Imports imports, String memory) throws GuestFailure {
            return code.instantiate(counted(imports), memory);
          }

          @Override
          public String engine() {
            return code.engine();
          }
        },
        Duration.ZERO,
        RUNNER,
        BUDGET);
  }

  private Imports counted(Imports imports) {
    return (module, name) -> {
      HostFunction function = imports.find(module, name);
      return function == null ? null : function.withBody(counted(name, function.body()));
    };
  }

  private HostFunction.Body counted(String name, HostFunction.Body body) {
    return (memory, arguments) -> {
      calls.merge(name, 1, Integer::sum);
      return body.call(memory, arguments);
    };
  }
}
