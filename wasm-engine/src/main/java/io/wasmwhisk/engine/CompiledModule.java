// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.abi.Abi;
import io.wasmwhisk.engine.binary.ContentHash;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.limits.memory.MemoryBudget;
import io.wasmwhisk.engine.run.Allowance;
import io.wasmwhisk.engine.run.GuestRunner;
import io.wasmwhisk.engine.run.GuestTask;
import io.wasmwhisk.engine.run.Spent;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.schedule.Claim;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A module that is ready to run: immutable, shared, never holding anything of an activation. */
public final class CompiledModule {
  private static final long FUNCTION_BYTES = 600;

  private final ContentHash hash;
  private final int moduleBytes;
  private final ModuleInfo info;
  private final Abi abi;
  private final GuestCode code;
  private final Duration compileTime;
  private final InstanceSize size;
  private final GuestRunner runner;
  private final MemoryBudget budget;
  private final String main;
  private final String entry;
  private final Optional<String> obstacle;

  CompiledModule(
      ContentHash hash,
      int moduleBytes,
      ModuleInfo info,
      GuestCode code,
      Duration compileTime,
      GuestRunner runner,
      MemoryBudget budget) {
    this.hash = hash;
    this.moduleBytes = moduleBytes;
    this.info = info;
    this.abi = Abi.of(info);
    this.code = code;
    this.compileTime = compileTime;
    this.size = InstanceSize.of(info);
    this.runner = runner;
    this.budget = budget;
    this.main = Abi.DEFAULT_MAIN;
    this.entry = Abi.entry(info, main).orElse(main);
    this.obstacle = Abi.obstacle(info, main);
  }

  private CompiledModule(CompiledModule other, String main) {
    this.hash = other.hash;
    this.moduleBytes = other.moduleBytes;
    this.info = other.info;
    this.abi = other.abi;
    this.code = other.code;
    this.compileTime = other.compileTime;
    this.size = other.size;
    this.runner = other.runner;
    this.budget = other.budget;
    this.main = main;
    this.entry = Abi.entry(info, main).orElse(main);
    this.obstacle = Abi.obstacle(info, main);
  }

  /**
   * The same module with another entry point.
   *
   * @param function what an action calls its {@code main}: a function without parameters and
   *     results that the module exports. One that is called {@code main}, or that a program with
   *     {@code _start} does not have, is the program's start.
   */
  public CompiledModule enteredBy(String function) {
    return function.equals(main) ? this : new CompiledModule(this, function);
  }

  /** SHA-256 of the module's bytes as they were given, in hex. */
  public String sha256() {
    return hash.sha256();
  }

  /** Processor time that checking and compiling it took. */
  Duration compileTime() {
    return compileTime;
  }

  /** The name of the engine that runs its next activation. */
  public String engine() {
    return code.engine();
  }

  /** What the module says of itself. */
  public ModuleInfo info() {
    return info;
  }

  /** How the module takes parameters and gives a result. */
  public Abi abi() {
    return abi;
  }

  /** Why the module cannot run, for its developer; empty when it can. */
  public Optional<String> obstacle() {
    return obstacle;
  }

  /** Runs the module as an action, in a new instance. */
  public Activation start(Invocation invocation) {
    Limits limits = invocation.limits();
    MemoryAccount memory = budget.open(invocation.owner(), limits.memoryBytes());
    if (!memory.tryHold(invocation.heapBytes())) {
      memory.close();
      return ended(Ends.exhausted(memory));
    }
    Claim claim = runner.claim(invocation.owner());
    try {
      return start(
          claim,
          new ActionTask(invocation, entry, size, memory, claim),
          new Allowance(Optional.of(limits.time()), limits.cpu()));
    } catch (IOException e) {
      claim.end();
      memory.close();
      return ended(new Outcome.NotRunnable(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Runs the module as a plain WASI command, in a new instance.
   *
   * @throws IOException when one of its directories cannot be opened; the guest was not started
   */
  public Activation start(Command command) throws IOException {
    MemoryAccount memory = budget.open(Invocation.SOLE_OWNER, command.memoryBytes());
    Claim claim = runner.claim(Invocation.SOLE_OWNER);
    try {
      return start(
          claim,
          new CommandTask(command, size, memory, claim),
          new Allowance(command.time(), Optional.empty()));
    } catch (IOException e) {
      claim.end();
      memory.close();
      throw e;
    }
  }

  private Activation start(Claim claim, GuestTask<Completion> task, Allowance allowance) {
    if (obstacle.isPresent()) {
      claim.end();
      task.close();
      return ended(new Outcome.NotRunnable(obstacle.get()));
    }
    return new Activation(runner.start(claim, code, task, allowance));
  }

  private static Activation ended(Outcome outcome) {
    return new Activation(new Completion(outcome, List.of(), false, Spent.NOTHING));
  }

  /**
   * Bytes of memory, roughly: parsed code takes about three times the module's size, and each
   * function has objects of its own (99,000 empty ones that are exported took 60 MB).
   */
  long weight() {
    return EngineSettings.PARSED_FACTOR * moduleBytes
        + FUNCTION_BYTES * info.functions()
        + code.idleBytes();
  }
}
