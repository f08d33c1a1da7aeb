// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One owner's flood on the real engine, and what its neighbours notice. */
class FairnessTest {
  private static final Limits LIMITS = Limits.DEFAULTS.withTime(Duration.ofSeconds(120));
  private static final int TURNS = 2;

  private final WasmEngine engine =
      WasmEngine.create(
          SuiteEngine.SETTINGS.withConcurrency(new Concurrency(TURNS, 1_000, 1_000, 1_000)));

  @AfterEach
  void stop() {
    engine.close();
  }

  private Activation start(String owner, CompiledModule module, Limits limits) {
    return module.start(new Invocation(owner, "{}", Map.of(), ArchivedFiles.NONE, limits));
  }

  private CompiledModule loop() throws Exception {
    return engine.compile(Wat.module("(module (func (export \"_start\") (loop br 0)))"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2 * TURNS, 100})
  void aFloodOfLoopsDoesNotStarveANeighbour(int loops) throws Exception {
    CompiledModule hello = engine.compile(Guests.built("c/hello"));
    CompiledModule loop = loop();
    List<Activation> flood =
        IntStream.range(0, loops).mapToObj(i -> start("a", loop, LIMITS)).toList();

    long[] micros = new long[100];
    for (int i = 0; i < micros.length; i++) {
      long from = System.nanoTime();
      Outcome outcome = start("b", hello, LIMITS).completion().get(60, TimeUnit.SECONDS).outcome();
      micros[i] = (System.nanoTime() - from) / 1000;
      assertThat(outcome).isEqualTo(new Outcome.Result("{\"greeting\":\"Hello, stranger!\"}"));
    }

    assertThat(flood).noneMatch(guest -> guest.completion().isDone());
    Arrays.sort(micros);
    System.out.printf(
        "hello beside %d loops: p50 %.1f ms, p99 %.1f ms%n",
        loops, micros[50] / 1e3, micros[98] / 1e3);
    flood.forEach(Activation::cancel);
    for (Activation guest : flood) {
      assertThat(guest.completion().get(60, TimeUnit.SECONDS).outcome())
          .isEqualTo(new Outcome.Cancelled());
    }
  }

  @Test
  void loopsThatTakeTurnsEndAtTheirDeadlines() throws Exception {
    CompiledModule loop = loop();
    Limits limits = LIMITS.withTime(Duration.ofMillis(500));
    List<Activation> flood =
        IntStream.range(0, 4 * TURNS).mapToObj(i -> start("a", loop, limits)).toList();

    for (Activation guest : flood) {
      assertThat(guest.completion().get(60, TimeUnit.SECONDS).outcome())
          .isEqualTo(new Outcome.TimedOut(Duration.ofMillis(500)));
    }
  }
}
