// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.benchmarks;

import io.wasmwhisk.engine.CompiledModule;
import io.wasmwhisk.engine.Completion;
import io.wasmwhisk.engine.Invocation;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.Outcome;
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
import org.openjdk.jmh.annotations.Warmup;

/** What text costs on its way into a guest and out of it: parameters and result, log lines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TextBenchmark {
  private static final int LINES = 1000;

  /** Characters of the parameters, which the guest gives back. */
  @Param({"16", "4096", "65536"})
  public int size;

  private @Nullable CompiledModule mirror;
  private @Nullable CompiledModule talkative;
  private @Nullable Invocation invocation;
  private @Nullable Outcome answer;

  /** Compiles the guests. */
  @Setup(Level.Trial)
  public void compile(EngineState engine) throws Exception {
    mirror = engine.get().compile(Guest.read("c/mirror").module());
    talkative = engine.get().compile(HostCallBenchmark.Call.fd_write.guest(LINES));
    String input = "{\"text\":\"%s\"}".formatted(".".repeat(size));
    invocation = new Invocation(input, Map.of(), Limits.DEFAULTS);
    answer = new Outcome.Result("{\"params\":%s}".formatted(input));
  }

  /** In by stdin, out by stdout, checked as JSON; and two log lines. */
  @Benchmark
  public Outcome parametersAndResult() throws Exception {
    return Guest.run(
        Objects.requireNonNull(mirror),
        Objects.requireNonNull(invocation),
        Objects.requireNonNull(answer));
  }

  /** 1,000 log lines of 80 bytes, beside parameters that the guest does not read. */
  @Benchmark
  public Completion logLines() throws Exception {
    Completion completion =
        Objects.requireNonNull(talkative)
            .start(Objects.requireNonNull(invocation))
            .completion()
            .get();
    if (completion.logs().size() != LINES) {
      throw new IllegalStateException("%d log lines".formatted(completion.logs().size()));
    }
    return completion;
  }
}
