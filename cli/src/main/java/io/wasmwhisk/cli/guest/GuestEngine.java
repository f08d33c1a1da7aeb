// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.guest;

import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.engine.Activation;
import io.wasmwhisk.engine.Command;
import io.wasmwhisk.engine.CompiledModule;
import io.wasmwhisk.engine.Completion;
import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.EngineReport;
import io.wasmwhisk.engine.EngineSettings;
import io.wasmwhisk.engine.Invocation;
import io.wasmwhisk.engine.SnapshotSource;
import io.wasmwhisk.engine.WasmEngine;
import io.wasmwhisk.engine.abi.Abi;
import io.wasmwhisk.engine.binary.ContentHash;
import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.invoker.capability.manifest.Manifest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** The engine of this process, for one guest at a time. */
public final class GuestEngine implements AutoCloseable {
  /** GraalWasm compiles SIMD instructions by it. */
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private final WasmEngine engine;
  private final EngineChoice choice;
  private final Consumer<String> warnings;

  private GuestEngine(WasmEngine engine, EngineChoice choice, Consumer<String> warnings) {
    this.engine = engine;
    this.choice = choice;
    this.warnings = warnings;
  }

  /**
   * Starts the engine.
   *
   * @param choice which one
   * @param warnings told, when guest code is not compiled or slow, what that costs and what to
   *     change
   */
  public static GuestEngine start(EngineChoice choice, Consumer<String> warnings) {
    WasmEngine engine = WasmEngine.create(EngineSettings.DEFAULTS.withEngine(choice));
    CompilationCheck.ofThisJvm(engine.report()).warning().ifPresent(warnings);
    return new GuestEngine(engine, choice, warnings);
  }

  /**
   * A module that is ready to run.
   *
   * @throws CommandFailure when it is none that this engine can run, or has no entry point
   */
  public CompiledModule compile(byte[] module) {
    return compile(module, Optional.empty(), EngineChoice.AUTO);
  }

  /**
   * As {@link #compile(byte[])}, of a snapshot of the module where one is asked for.
   *
   * @param pin the engine that its manifest asks for
   */
  public CompiledModule compile(
      byte[] module, Optional<SnapshotSource> snapshot, EngineChoice pin) {
    try {
      CompiledModule compiled =
          snapshot.isPresent()
              ? engine.load(module, snapshot.get(), pin(pin)).module()
              : engine.load(module, pin(pin)).module();
      compiled
          .obstacle()
          .ifPresent(
              obstacle -> {
                throw new CommandFailure(ExitCode.NOT_RUNNABLE, obstacle);
              });
      warnIfSlow(compiled.info());
      return compiled;
    } catch (InvalidModuleException e) {
      throw new CommandFailure(ExitCode.INVALID_MODULE, String.valueOf(e.getMessage()));
    }
  }

  /** Who says which engine on the command line means it, whatever the manifest says. */
  private EngineChoice pin(EngineChoice manifests) {
    return choice == EngineChoice.AUTO ? manifests : EngineChoice.AUTO;
  }

  private void warnIfSlow(ModuleInfo info) {
    if (info.features().contains(Feature.SIMD)
        && ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
      warnings.accept(
          "warning: the module uses SIMD, which runs about 35 times slower without the JVM's module %s; add it by WASMWHISK_JAVA_OPTS=--add-modules=%s."
              .formatted(VECTOR_MODULE, VECTOR_MODULE));
    }
  }

  /**
   * What a module is, and whether it runs as an action.
   *
   * @param manifest what its zip asks for
   * @throws CommandFailure when the bytes are no module
   */
  public ModuleDescription describe(byte[] module, Optional<Manifest> manifest) {
    try {
      ModuleInfo info = engine.describe(module);
      EngineChoice pin = pin(manifest.map(Manifest::engine).orElse(EngineChoice.AUTO));
      Verdict verdict = verdict(module, info, pin);
      return new ModuleDescription(
          module.length,
          ContentHash.of(module).sha256(),
          Abi.of(info).name().toLowerCase(Locale.ROOT),
          verdict.engine(),
          verdict.reason(),
          verdict.obstacle(),
          manifest.orElse(Manifest.NONE),
          info);
    } catch (InvalidModuleException e) {
      throw new CommandFailure(ExitCode.INVALID_MODULE, String.valueOf(e.getMessage()));
    }
  }

  /** Who would run a module and why, and what is in the way. */
  private record Verdict(String engine, String reason, Optional<String> obstacle) {}

  private Verdict verdict(byte[] module, ModuleInfo info, EngineChoice pin) {
    try {
      CompiledModule compiled = engine.load(module, pin).module();
      return new Verdict(compiled.engine(), engine.engineReason(info, pin), compiled.obstacle());
    } catch (InvalidModuleException e) {
      return new Verdict(engine.report().engine(), "", Optional.of(String.valueOf(e.getMessage())));
    }
  }

  /**
   * A snapshot of a module, as a module.
   *
   * @throws CommandFailure when there can be none
   */
  public byte[] snapshot(byte[] module, SnapshotSource source) {
    try {
      return engine.snapshot(module, source);
    } catch (InvalidModuleException e) {
      throw new CommandFailure(ExitCode.INVALID_MODULE, String.valueOf(e.getMessage()));
    }
  }

  /** Which engine it is. */
  public EngineReport report() {
    return engine.report();
  }

  /** Runs a module as an action, to its end. */
  public Completion run(CompiledModule module, Invocation invocation) throws InterruptedException {
    return await(module.start(invocation));
  }

  /** Runs a module as a plain WASI command, to its end. */
  public Completion run(CompiledModule module, Command command) throws InterruptedException {
    try {
      return await(module.start(command));
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.USAGE, "A directory cannot be opened: " + e.getMessage());
    }
  }

  private static Completion await(Activation activation) throws InterruptedException {
    try {
      return activation.completion().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the engine failed: " + e.getCause(), e.getCause());
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
