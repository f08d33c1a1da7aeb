// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.wasmwhisk.engine.Completion;
import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.EngineSettings;
import io.wasmwhisk.engine.Invocation;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.WasmEngine;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import io.wasmwhisk.fuzz.Repository;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole activation of damaged guests ends in time, and in an outcome, on both engines. */
class ActivationFuzzTest {
  private static final List<WasmEngine> ENGINES =
      Stream.of(EngineChoice.GRAALWASM, EngineChoice.ENDIVE)
          .map(choice -> WasmEngine.create(EngineSettings.DEFAULTS.withEngine(choice)))
          .toList();
  private static final Limits LIMITS =
      Limits.DEFAULTS.withTime(Duration.ofMillis(100)).withMemoryBytes(8 << 20);
  private static final long LATEST_SECONDS = 20;

  static Stream<byte[]> seeds() {
    return Stream.concat(Repository.guests(), Repository.corpus("wasm").stream());
  }

  @MethodSource("seeds")
  @FuzzTest
  void everyActivationEnds(byte[] bytes)
      throws InterruptedException, ExecutionException, TimeoutException {
    for (WasmEngine engine : ENGINES) {
      requireEnd(engine, bytes);
    }
  }

  private static void requireEnd(WasmEngine engine, byte[] bytes)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      Completion completion = run(engine, bytes, LIMITS);
      assertThat(completion.outcome().describe()).isNotBlank();
    } catch (InvalidModuleException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static Completion run(WasmEngine engine, byte[] module, Limits limits)
      throws InvalidModuleException, InterruptedException, ExecutionException, TimeoutException {
    Invocation invocation =
        new Invocation(
            "fuzz", "{\"name\":\"you\"}", Map.of("KEY", "value"), ArchivedFiles.NONE, limits);
    return engine
        .compile(module)
        .start(invocation)
        .completion()
        .get(LATEST_SECONDS, TimeUnit.SECONDS);
  }
}
