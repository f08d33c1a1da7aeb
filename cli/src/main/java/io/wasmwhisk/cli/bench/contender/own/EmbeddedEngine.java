// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender.own;

import io.wasmwhisk.cli.bench.contender.Answer;
import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.ProcessMemory;
import io.wasmwhisk.cli.bench.contender.Recorder;
import io.wasmwhisk.cli.bench.contender.Repeated;
import io.wasmwhisk.cli.bench.contender.Request;
import io.wasmwhisk.cli.bench.contender.Samples;
import io.wasmwhisk.cli.bench.contender.Work;
import io.wasmwhisk.cli.bench.module.Code;
import io.wasmwhisk.cli.bench.module.ModuleWriter;
import io.wasmwhisk.cli.bench.module.NumberedModule;
import io.wasmwhisk.engine.Capabilities;
import io.wasmwhisk.engine.CompiledModule;
import io.wasmwhisk.engine.Invocation;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.Outcome;
import io.wasmwhisk.engine.WasmEngine;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An engine of ours in this process. A call is from {@code CompiledModule.start} to its completion,
 * seen by the caller's thread. Its processor time is that of the whole JVM, with its compilers and
 * its collector.
 */
public final class EmbeddedEngine implements Contender {
  /** The module of a {@link Request.Overhead}: a memory and an empty start. */
  private static final byte[] EMPTY = emptyCommand();

  private final String name;
  private final WasmEngine engine;
  private final Work work;
  private final AtomicLong numbers;
  private final Invocation invocation;
  private final CompiledModule known;

  /**
   * An engine that has the module compiled.
   *
   * @param engine stays its owner's
   * @param numbers the last number under which a module has been compiled; each gets the next
   * @throws IOException when the engine cannot run the module
   */
  EmbeddedEngine(String name, WasmEngine engine, Work work, AtomicLong numbers) throws IOException {
    this.name = name;
    this.engine = engine;
    this.work = work;
    this.numbers = numbers;
    this.invocation =
        new Invocation(
            Invocation.SOLE_OWNER,
            work.input(),
            Map.of(),
            work.files(),
            Limits.DEFAULTS.withTime(Duration.ofMinutes(5)),
            Capabilities.NONE,
            work.arguments());
    this.known = compile(unseen());
  }

  private static byte[] emptyCommand() {
    ModuleWriter module = new ModuleWriter().memory(1).exportMemory();
    return module
        .exportFunction("_start", module.function(module.type(0, 0), new Code()))
        .toBytes();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return "%s in this process, instances made ahead".formatted(engine.report().implementation());
  }

  @Override
  public boolean isPeer() {
    return false;
  }

  @Override
  public OptionalLong peakMemory() {
    return ProcessMemory.peak(ProcessHandle.current().pid());
  }

  @Override
  public Answer ask(Request request) throws IOException, InterruptedException {
    return switch (request) {
      case Request.New again -> unseenAgain(again);
      case Request.Calls calls -> onThreads(calls);
      case Request.Live live -> live(live.instances());
      case Request.Overhead overhead -> empty(overhead.calls());
      case Request.Course course -> course(course);
    };
  }

  private Answer unseenAgain(Request.New request) throws IOException, InterruptedException {
    Recorder compiled = new Recorder();
    Recorder cold = new Recorder();
    Recorder both = new Recorder();
    long end = System.nanoTime() + request.time().toNanos();
    while (both.count() < request.least() || System.nanoTime() - end < 0) {
      byte[] code = unseen();
      long first = System.nanoTime();
      CompiledModule module = compile(code);
      long second = System.nanoTime();
      call(module);
      long third = System.nanoTime();
      compiled.add(second - first);
      cold.add(third - second);
      both.add(third - first);
    }
    return new Answer(
        Map.of("compile", compiled.samples(), "cold", cold.samples(), "new", both.samples()));
  }

  private Answer onThreads(Request.Calls request) throws IOException, InterruptedException {
    long allocated = ProcessMemory.allocated();
    Samples calls = new Repeated(() -> call(known)).calls(request);
    long bytes = ProcessMemory.allocated() - allocated;
    return new Answer(
        Map.of("calls", calls, "allocated", Samples.of(0, 0, bytes / Math.max(1, calls.count()))));
  }

  private Answer live(int instances) throws IOException, InterruptedException {
    long bytes = new LiveInstances(known, work).heapOfEach(instances);
    return new Answer(Map.of("live", Samples.of(0, 0, bytes)));
  }

  private Answer empty(int calls) throws IOException, InterruptedException {
    CompiledModule module = compile(NumberedModule.of(EMPTY, numbers.incrementAndGet()));
    return new Answer(Map.of("overhead", new Repeated(() -> outcome(module)).times(calls)));
  }

  private Answer course(Request.Course request) throws IOException, InterruptedException {
    byte[] code = unseen();
    long start = System.nanoTime();
    CompiledModule module = compile(code);
    long compiled = System.nanoTime() - start;
    return new Repeated(() -> call(module)).course(request, compiled);
  }

  private byte[] unseen() {
    return NumberedModule.of(work.snapshot().orElse(work.module()), numbers.incrementAndGet());
  }

  private CompiledModule compile(byte[] module) throws IOException {
    try {
      return engine.compile(module);
    } catch (InvalidModuleException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void call(CompiledModule module) throws IOException, InterruptedException {
    Outcome outcome = outcome(module);
    if (!(outcome instanceof Outcome.Result result) || !result.json().equals(work.expected())) {
      throw new IOException(
          "%s in place of the result %s"
              .formatted(
                  outcome instanceof Outcome.Result result ? result.json() : outcome.describe(),
                  work.expected()));
    }
  }

  private Outcome outcome(CompiledModule module) throws InterruptedException {
    try {
      return module.start(invocation).completion().get().outcome();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the engine failed: " + e.getCause(), e.getCause());
    }
  }

  @Override
  public void close() {}
}
