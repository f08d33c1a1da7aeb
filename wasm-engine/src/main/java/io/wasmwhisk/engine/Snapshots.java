// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.write.ModuleState;
import io.wasmwhisk.engine.limits.memory.CompilationGate;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.limits.memory.MemoryBudget;
import io.wasmwhisk.engine.run.Allowance;
import io.wasmwhisk.engine.run.GuestRunner;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.schedule.Claim;
import io.wasmwhisk.engine.snapshot.SnapshotModule;
import io.wasmwhisk.engine.snapshot.StateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Takes snapshots: runs a module's initialisation once, as a guest like all others. */
final class Snapshots {
  private final GuestRunner runner;
  private final MemoryBudget budget;
  private final CompilationGate gate;
  private final long mostBytes;

  /**
   * @param gate how much of modules may be written at once
   * @param mostBytes bytes of a module's state
   */
  Snapshots(GuestRunner runner, MemoryBudget budget, CompilationGate gate, long mostBytes) {
    this.runner = runner;
    this.budget = budget;
    this.gate = gate;
    this.mostBytes = Math.min(mostBytes, gate.width());
  }

  /** Compiles a module that is run once. */
  @FunctionalInterface
  interface Compiler {
    GuestCode compile(SnapshotModule module) throws InvalidModuleException;
  }

  /**
   * The module whose instances begin where the initialisation of this one ended. Waits for that.
   *
   * @throws InvalidModuleException when there can be no snapshot; the message is for the module's
   *     developer
   */
  byte[] take(ModuleLayout module, SnapshotSource source, Compiler compiler)
      throws InvalidModuleException {
    SnapshotModule snapshot = SnapshotModule.of(module, source.request());
    ModuleState state = initialise(module, source, compiler.compile(snapshot));
    long bytes = module.bytes().length + state.bytes();
    try (CompilationGate.Passage inside = gate.enter(Math.min(bytes, gate.width()))) {
      return snapshot.with(state);
    }
  }

  private ModuleState initialise(ModuleLayout module, SnapshotSource source, GuestCode code)
      throws InvalidModuleException {
    MemoryAccount memory = budget.open(source.owner(), source.limits().memoryBytes());
    StateReader state =
        new StateReader(!module.info().memories().isEmpty(), mostBytes, memory::tryHold);
    Claim claim = runner.claim(source.owner());
    SnapshotTask task;
    try {
      task = new SnapshotTask(source, InstanceSize.of(module.info()), memory, claim, state);
    } catch (IOException e) {
      claim.end();
      memory.close();
      throw new UncheckedIOException("directories of memory cannot be opened", e);
    }
    Limits limits = source.limits();
    SnapshotTask.Taken taken =
        runner
            .start(claim, code, task, new Allowance(Optional.of(limits.time()), limits.cpu()))
            .completion()
            .join();
    if (taken.refusal().isPresent()) {
      throw SnapshotModule.refused(taken.refusal().get());
    }
    return taken.state();
  }
}
