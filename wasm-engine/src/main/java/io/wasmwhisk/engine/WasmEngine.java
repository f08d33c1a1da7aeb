// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.binary.ContentHash;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import io.wasmwhisk.engine.binary.rewrite.ModuleRewriter;
import io.wasmwhisk.engine.cache.ModuleCache;
import io.wasmwhisk.engine.cache.SlowModules;
import io.wasmwhisk.engine.limits.CpuClock;
import io.wasmwhisk.engine.limits.CpuMeter;
import io.wasmwhisk.engine.limits.GuestThreads;
import io.wasmwhisk.engine.limits.memory.CompilationGate;
import io.wasmwhisk.engine.limits.memory.MemoryBudget;
import io.wasmwhisk.engine.limits.memory.MemoryUse;
import io.wasmwhisk.engine.ready.ReadyInstances;
import io.wasmwhisk.engine.run.GuestRunner;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.schedule.Load;
import io.wasmwhisk.engine.snapshot.SnapshotModule;
import io.wasmwhisk.engine.store.FileStore;
import io.wasmwhisk.engine.tier.SecondTier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Runs untrusted WebAssembly inside this JVM. One per JVM is enough, and shares the machine code of
 * all guests. Thread-safe.
 */
public final class WasmEngine implements AutoCloseable {
  /** Elements of one table; compilers make a few thousand. */
  private static final int MOST_TABLE_ELEMENTS = 1_000_000;

  private final Engines engines;
  private final ModuleLimits moduleLimits;
  private final ModuleCache<CompiledModule> modules;
  private final SlowModules slow;
  private final CpuClock cpuClock = CpuClock.system();
  private final LongAdder compilingNanos = new LongAdder();
  private final GuestRunner runner;
  private final MemoryBudget budget;
  private final ReadyInstances ready;
  private final SecondTier tier;
  private final Snapshots snapshots;
  private final CompilationGate compilations =
      CompilationGate.ofHeap(Runtime.getRuntime().maxMemory());

  private WasmEngine(EngineSettings settings, Engines engines) {
    this.engines = engines;
    this.moduleLimits = ModuleLimits.DEFAULT.withModuleBytes(settings.moduleBytes());
    this.modules = new ModuleCache<>(settings.moduleCacheBytes(), CompiledModule::weight);
    this.slow = new SlowModules(settings.compileTime());
    this.budget = new MemoryBudget(settings.memoryBudgetBytes());
    this.ready = new ReadyInstances(settings.readyBytes());
    this.runner =
        new GuestRunner(
            new GuestThreads(settings.stackBytes()), settings.concurrency().bounds(), cpuClock);
    this.tier = new SecondTier(runner::idle);
    this.snapshots = new Snapshots(runner, budget, compilations, settings.moduleBytes());
  }

  /**
   * Starts an engine; takes 0.3 to 0.8 s where GraalWasm is one of those chosen.
   *
   * @throws IllegalArgumentException when the class cache cannot be used
   */
  public static WasmEngine create(EngineSettings settings) {
    return new WasmEngine(
        settings,
        Engines.start(settings.engine(), settings.classCache().map(WasmEngine::open).orElse(null)));
  }

  private static FileStore open(ClassCache cache) {
    try {
      return FileStore.open(cache.directory(), cache.bytes());
    } catch (IOException e) {
      throw new IllegalArgumentException("The class cache cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * A module that is ready to run: from the cache, or read, checked, prepared and compiled.
   * Concurrent callers with the same bytes share one compilation.
   *
   * @param module a binary module
   * @throws InvalidModuleException when the bytes are no module that this engine can run; the
   *     message is for the module's developer
   */
  public CompiledModule compile(byte[] module) throws InvalidModuleException {
    return load(module).module();
  }

  /** As {@link #compile}, with what it took. */
  public LoadedModule load(byte[] module) throws InvalidModuleException {
    return load(module, EngineChoice.AUTO);
  }

  /**
   * As {@link #compile}, with what it took.
   *
   * @param pin the engine that it is to run on; {@link EngineChoice#AUTO} for any
   */
  public LoadedModule load(byte[] module, EngineChoice pin) throws InvalidModuleException {
    ContentHash hash = ContentHash.of(module);
    slow.requireUnknown(hash);
    ModuleCache.Found<CompiledModule> found =
        modules.get(pinned(hash, pin), () -> compileInTime(hash, module, pin));
    return loaded(found);
  }

  /** As {@link #load(byte[], SnapshotSource, EngineChoice)}, on any engine. */
  public LoadedModule load(byte[] module, SnapshotSource source) throws InvalidModuleException {
    return load(module, source, EngineChoice.AUTO);
  }

  /**
   * A snapshot of a module, ready to run: from the cache, or the module is initialised, which this
   * waits for, and what it has become is compiled. Concurrent callers share that.
   *
   * @param module a binary module
   * @param pin the engine that it is to run on; {@link EngineChoice#AUTO} for any
   * @throws InvalidModuleException when there can be no snapshot of it, or this engine cannot run
   *     it; the message is for the module's developer
   */
  public LoadedModule load(byte[] module, SnapshotSource source, EngineChoice pin)
      throws InvalidModuleException {
    ContentHash key = pinned(source.key(ContentHash.of(module)), pin);
    ModuleCache.Found<CompiledModule> found =
        modules.get(
            key,
            () -> {
              byte[] snapshot = snapshot(module, source);
              return compileInTime(ContentHash.of(snapshot), snapshot, pin);
            });
    return loaded(found);
  }

  /**
   * A snapshot of a module as a module of its own, which any engine runs.
   *
   * @throws InvalidModuleException when there can be none
   */
  public byte[] snapshot(byte[] module, SnapshotSource source) throws InvalidModuleException {
    ContentHash hash = ContentHash.of(module);
    slow.requireUnknown(hash);
    requireWidth(module);
    ModuleLayout layout = ModuleReader.read(module, moduleLimits);
    return snapshots.take(layout, source, probe -> compileOnce(hash, module.length, layout, probe));
  }

  private GuestCode compileOnce(
      ContentHash hash, int bytes, ModuleLayout layout, SnapshotModule snapshot)
      throws InvalidModuleException {
    CpuMeter meter = new CpuMeter(cpuClock);
    try (CompilationGate.Passage inside = compilations.enter(bytes)) {
      EngineAdapter adapter = engines.forModule(layout.info(), EngineChoice.AUTO);
      byte[] probe = snapshot.toCapture(adapter.mostPages(), MOST_TABLE_ELEMENTS);
      GuestCode code = adapter.compile(ContentHash.of(probe).sha256(), probe);
      slow.requireFast(hash, meter.stop());
      return code;
    } finally {
      compilingNanos.add(meter.stop().toNanos());
    }
  }

  /**
   * What a module declares, whether or not this engine can run it.
   *
   * @throws InvalidModuleException when the bytes are no module
   */
  public ModuleInfo describe(byte[] module) throws InvalidModuleException {
    return ModuleReader.read(module, moduleLimits).info();
  }

  private static LoadedModule loaded(ModuleCache.Found<CompiledModule> found) {
    return new LoadedModule(
        found.module(),
        found.cached() ? Optional.empty() : Optional.of(found.module().compileTime()));
  }

  /** What is made for one engine is not what is made for another. */
  private static ContentHash pinned(ContentHash hash, EngineChoice pin) {
    return pin == EngineChoice.AUTO
        ? hash
        : ContentHash.of((hash.sha256() + pin.word()).getBytes(StandardCharsets.UTF_8));
  }

  private CompiledModule compileInTime(ContentHash hash, byte[] module, EngineChoice pin)
      throws InvalidModuleException {
    CpuMeter meter = new CpuMeter(cpuClock);
    try {
      Checked checked = check(hash, module, pin);
      slow.requireFast(hash, meter.stop());
      return new CompiledModule(
          hash, module.length, checked.info(), checked.code(), meter.used(), runner, budget);
    } finally {
      compilingNanos.add(meter.stop().toNanos());
    }
  }

  /** What a compilation makes of a module's bytes. */
  private record Checked(ModuleInfo info, GuestCode code) {}

  private Checked check(ContentHash hash, byte[] module, EngineChoice pin)
      throws InvalidModuleException {
    requireWidth(module);
    try (CompilationGate.Passage inside = compilations.enter(module.length)) {
      return checkInside(hash, module, pin);
    }
  }

  private void requireWidth(byte[] module) throws InvalidModuleException {
    if (module.length > compilations.width()) {
      throw new InvalidModuleException(
          "The module of %d bytes is too large for the heap of this JVM (%d bytes), which is enough to compile modules of %d bytes."
              .formatted(module.length, Runtime.getRuntime().maxMemory(), compilations.width()));
    }
  }

  private Checked checkInside(ContentHash hash, byte[] module, EngineChoice pin)
      throws InvalidModuleException {
    ModuleLayout layout = ModuleReader.read(module, moduleLimits);
    return engines.compile(layout, pin, engine -> checkWith(engine, hash, layout, pin));
  }

  private Checked checkWith(
      EngineAdapter engine, ContentHash hash, ModuleLayout module, EngineChoice pin)
      throws InvalidModuleException {
    ModuleInfo info = module.info();
    byte[] rewritten = ModuleRewriter.rewrite(module, engine.mostPages(), MOST_TABLE_ELEMENTS);
    GuestCode code = prepared(engine.compile(hash.sha256(), rewritten), info);
    Optional<EngineAdapter> second = engines.second(module, pin, engine);
    if (second.isEmpty()) {
      return new Checked(info, code);
    }
    EngineAdapter other = second.get();
    byte[] again =
        other.mostPages() == engine.mostPages()
            ? rewritten
            : ModuleRewriter.rewrite(module, other.mostPages(), MOST_TABLE_ELEMENTS);
    return new Checked(
        info, tier.of(code, () -> prepared(compileWhole(other, hash, again), info), again.length));
  }

  private GuestCode prepared(GuestCode code, ModuleInfo info) {
    return ready.of(code, InstanceSize.of(info).bytes());
  }

  private GuestCode compileWhole(EngineAdapter engine, ContentHash hash, byte[] rewritten)
      throws InvalidModuleException {
    CpuMeter meter = new CpuMeter(cpuClock);
    try (CompilationGate.Passage inside = compilations.enter(rewritten.length)) {
      return engine.compileWhole(hash.sha256(), rewritten);
    } finally {
      compilingNanos.add(meter.stop().toNanos());
    }
  }

  /**
   * Why a module gets the engine that it gets, in words.
   *
   * @param pin the engine that it is to run on; {@link EngineChoice#AUTO} for any
   * @throws InvalidModuleException when no engine can run it
   */
  public String engineReason(ModuleInfo info, EngineChoice pin) throws InvalidModuleException {
    return engines.reason(info, pin);
  }

  /** Which engine runs guests, and how well. */
  public EngineReport report() {
    EngineAdapter adapter = engines.first();
    return new EngineReport(
        adapter.name(), adapter.implementation(), adapter.compiles(), Runtime.version().toString());
  }

  /** How much of the heap that guests may take together is in use. */
  public MemoryUse memory() {
    return budget.use();
  }

  /** What is under way, and what was done since the start. */
  public EngineStatistics statistics() {
    return new EngineStatistics(
        load(),
        EngineStatistics.Memory.of(memory()),
        EngineStatistics.Modules.of(modules.use(), Duration.ofNanos(compilingNanos.sum())),
        EngineStatistics.Ready.of(ready.use()));
  }

  /** What is under way now. */
  public EngineLoad load() {
    Load load = runner.load();
    return new EngineLoad(load.onTurn(), load.started(), load.queued(), runner.lingering());
  }

  /** Whether there is a processor that no guest has or waits for. */
  public boolean idle() {
    return runner.idle();
  }

  /** Ends all guests. */
  @Override
  public void close() {
    runner.close();
    tier.close();
    ready.close();
    engines.close();
  }
}
