// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.engine.CompiledModule;
import io.wasmwhisk.engine.EngineSettings;
import io.wasmwhisk.engine.Invocation;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.Outcome;
import io.wasmwhisk.engine.WasmEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An action that greets, from the parameters to the result and its log lines: in a warm container
 * (a new instance of a compiled module), and of a module that the engine has never seen.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ActivationBenchmark {
  private static final String INPUT = "{\"name\":\"World\"}";
  private static final Outcome EXPECTED = new Outcome.Result("{\"greeting\":\"Hello, World!\"}");

  /** Guests of {@code actions/} that give the same answer. */
  @Param({"c/hello", "rust/hello"})
  public String guest = "";

  private final WasmEngine engine = WasmEngine.create(EngineSettings.DEFAULTS);
  private byte[] module = {};
  private @Nullable CompiledModule compiled;
  private int unseen;

  /** Reads the guest. */
  @Setup(Level.Trial)
  public void read() throws Exception {
    module = Files.readAllBytes(Path.of(System.getProperty("actions"), guest + ".wasm"));
    compiled = engine.compile(module);
  }

  /** One run in a warm container. */
  @Benchmark
  public Outcome warmActivation() throws Exception {
    return run(Objects.requireNonNull(compiled));
  }

  /** Reading, checking, rewriting, parsing and one run of a module never seen before. */
  @Benchmark
  public Outcome firstActivationOfAModule() throws Exception {
    return run(engine.compile(neverSeen()));
  }

  private static Outcome run(CompiledModule module) throws Exception {
    Outcome outcome =
        module.start(new Invocation(INPUT, Map.of(), Limits.DEFAULTS)).completion().get().outcome();
    if (!outcome.equals(EXPECTED)) {
      throw new IllegalStateException("not what the guest answers: " + outcome);
    }
    return outcome;
  }

  /** The guest with a custom section that no other copy has (core specification, 5.5.3). */
  private byte[] neverSeen() throws IOException {
    byte[] name = "%07d".formatted(unseen++).getBytes(UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(module);
    bytes.write(0);
    bytes.write(name.length + 1);
    bytes.write(name.length);
    bytes.write(name);
    return bytes.toByteArray();
  }

  /** Stops the engine. */
  @TearDown(Level.Trial)
  public void stop() {
    engine.close();
  }
}
