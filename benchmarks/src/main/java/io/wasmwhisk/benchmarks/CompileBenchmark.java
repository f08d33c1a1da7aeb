// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.benchmarks;

import io.wasmwhisk.engine.LoadedModule;
import io.wasmwhisk.engine.binary.ModuleInfo;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.Warmup;

/** What a module costs before its first activation, by its size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CompileBenchmark {
  /** Guests of {@code actions/}: 42 KB, 196 KB, 1.1 MB. */
  @Param({"attacks/files", "rust/http", "js/javascript"})
  public String guest = "";

  private @Nullable Guest read;

  /** Reads the guest. */
  @Setup(Level.Trial)
  public void read() throws IOException {
    read = Guest.read(guest);
  }

  private Guest guest() {
    return Objects.requireNonNull(read);
  }

  /** Reading and checking, as {@code wasmwhisk inspect} does. */
  @Benchmark
  public ModuleInfo parse(EngineState engine) throws Exception {
    return engine.get().describe(guest().module());
  }

  /** The same, rewriting, and the engine's own reading or compiling. */
  @Benchmark
  public LoadedModule compile(EngineState engine) throws Exception {
    LoadedModule loaded = engine.get().load(guest().neverSeen());
    if (loaded.compilation().isEmpty()) {
      throw new IllegalStateException("the module was compiled before");
    }
    return loaded;
  }
}
