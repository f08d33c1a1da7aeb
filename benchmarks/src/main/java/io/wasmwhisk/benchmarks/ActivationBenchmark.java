// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.benchmarks;

import io.wasmwhisk.engine.CompiledModule;
import io.wasmwhisk.engine.Outcome;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** An action that greets, from the parameters to the result and its log lines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ActivationBenchmark {
  /** Guests of {@code actions/} that give the same answer. */
  @Param({"c/hello", "rust/hello", "js/javascript"})
  public String guest = "";

  private @Nullable Guest read;
  private @Nullable CompiledModule compiled;

  /** Reads the guest, and has the engine know it. */
  @Setup(Level.Trial)
  public void read(EngineState engine) throws Exception {
    read = Guest.read(guest);
    compiled = engine.get().compile(read.module());
  }

  private Guest guest() {
    return Objects.requireNonNull(read);
  }

  /** One run in a warm container. */
  @Benchmark
  public Outcome warm() throws Exception {
    return guest().greet(Objects.requireNonNull(compiled));
  }

  /** The same, two at once. */
  @Benchmark
  @Threads(2)
  public Outcome warmTwoThreads() throws Exception {
    return guest().greet(Objects.requireNonNull(compiled));
  }

  /** A new container of a module that the engine has: its bytes, and the first run. */
  @Benchmark
  public Outcome coldOfAKnownModule(EngineState engine) throws Exception {
    CompiledModule found = engine.get().compile(guest().module().clone());
    if (found != compiled) {
      throw new IllegalStateException("the module was compiled again");
    }
    return guest().greet(found);
  }

  /** The first container of a new action: reading, checking, compiling, and the first run. */
  @Benchmark
  public Outcome firstOfANewModule(EngineState engine) throws Exception {
    return guest().greet(engine.get().compile(guest().neverSeen()));
  }
}
