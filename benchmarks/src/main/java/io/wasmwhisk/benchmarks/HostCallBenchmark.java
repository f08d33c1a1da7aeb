// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.benchmarks;

import io.wasmwhisk.engine.CompiledModule;
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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One call of a host function, in an activation that makes {@value #CALLS} of them; the activation
 * itself is a small part of that. The guest traps when a call answers anything but success.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HostCallBenchmark {
  static final int CALLS = 10_000;
  private static final Outcome ANSWER = new Outcome.Result("{}");
  private static final Invocation INVOCATION = new Invocation("{}", Map.of(), Limits.DEFAULTS);

  /** Functions of preview 1; {@code fd_write} writes a log line of 80 bytes. */
  public enum Call {
    fd_write("(param i32 i32 i32 i32) (result i32)", words(2, 8, 1, 32)),
    clock_time_get("(param i32 i64 i32) (result i32)", words(1) + "(i64.const 1)" + words(1024)),
    random_get("(param i32 i32) (result i32)", words(1024, 16)),
    random_get_4096("(param i32 i32) (result i32)", words(1024, 4096));

    private final String type;
    private final String arguments;

    Call(String type, String arguments) {
      this.type = type;
      this.arguments = arguments;
    }

    private static String words(int... values) {
      StringBuilder text = new StringBuilder();
      for (int value : values) {
        text.append("(i32.const ").append(value).append(')');
      }
      return text.toString();
    }

    /** One that makes as many calls of it. */
    byte[] guest(int calls) {
      return WatGuest.calling(calls, name().replaceAll("_[0-9]+$", ""), type, arguments);
    }
  }

  /** Which function. */
  @Param public Call function = Call.fd_write;

  private @Nullable CompiledModule compiled;

  /** Writes and compiles the guest. */
  @Setup(Level.Trial)
  public void compile(EngineState engine) throws Exception {
    compiled = engine.get().compile(function.guest(CALLS));
  }

  /** One call. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Outcome call() throws Exception {
    return Guest.run(Objects.requireNonNull(compiled), INVOCATION, ANSWER);
  }
}
