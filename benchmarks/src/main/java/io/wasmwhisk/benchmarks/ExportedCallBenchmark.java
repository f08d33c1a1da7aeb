// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.benchmarks;

import com.dylibso.chicory.wabt.Wat2Wasm;
import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.endive.EndiveAdapter;
import io.wasmwhisk.engine.graal.GraalAdapter;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.HostFunction;
import java.util.List;
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

/** The adapters by themselves: a call into an instance and back, and an instance. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ExportedCallBenchmark {
  /** Which adapter. */
  @Param({"graalwasm", "endive"})
  public String engine = "";

  private @Nullable EngineAdapter adapter;
  private @Nullable GuestCode code;
  private @Nullable GuestInstance instance;
  private long calls;

  /** Makes an instance, which the benchmark's thread owns. */
  @Setup(Level.Trial)
  public void instantiate() throws Exception {
    adapter =
        EngineChoice.of(engine) == EngineChoice.ENDIVE
            ? new EndiveAdapter(null)
            : new GraalAdapter();
    code =
        adapter.compile(
            "guest",
            Wat2Wasm.parse(
                """
                (module
                  (import "host" "count" (func $count))
                  (memory (export "memory") 1)
                  (func (export "nothing"))
                  (func (export "count") (call $count)))
                """));
    instance = make();
  }

  private GuestInstance make() throws Exception {
    return Objects.requireNonNull(code)
        .instantiate(
            (module, name) ->
                new HostFunction(
                    module, name, List.of(), List.of(), (memory, arguments) -> calls++),
            "memory");
  }

  /** There and back. */
  @Benchmark
  public void nothing() throws Exception {
    Objects.requireNonNull(instance).call("nothing");
  }

  /** There, to the host, and back twice. */
  @Benchmark
  public void host() throws Exception {
    long before = calls;
    Objects.requireNonNull(instance).call("count");
    if (calls != before + 1) {
      throw new IllegalStateException("the guest did not call its host");
    }
  }

  /** An instance with a memory of one page, from its making to its closing. */
  @Benchmark
  public void instance() throws Exception {
    try (GuestInstance fresh = make()) {
      fresh.call("nothing");
    }
  }

  /** Closes them. */
  @TearDown(Level.Trial)
  public void close() {
    Objects.requireNonNull(instance).close();
    Objects.requireNonNull(adapter).close();
  }
}
