// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.engine.abi.ActionOutput;
import io.wasmwhisk.engine.abi.CommandGuest;
import io.wasmwhisk.engine.files.ByteSink;
import io.wasmwhisk.engine.files.ByteSource;
import io.wasmwhisk.engine.files.StandardStreams;
import io.wasmwhisk.engine.files.memory.MemoryFileSystem;
import io.wasmwhisk.engine.files.memory.Room;
import io.wasmwhisk.engine.http.guest.HttpImports;
import io.wasmwhisk.engine.limits.OutputCapture;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.limits.memory.MemoryRefusal;
import io.wasmwhisk.engine.run.End;
import io.wasmwhisk.engine.run.GuestTask;
import io.wasmwhisk.engine.run.HostImports;
import io.wasmwhisk.engine.run.Spent;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.schedule.Claim;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A guest that runs as an action by the command ABI. */
final class ActionTask implements GuestTask<Completion> {
  /** What an action finds as {@code argv[0]}. */
  private static final String PROGRAM = "action";

  /** Where an activation finds a directory of its own. */
  static final String TMP = "/tmp";

  private final Limits limits;
  private final InstanceSize size;
  private final MemoryAccount memory;
  private final OutputCapture output;
  private final Claim claim;
  private final CommandGuest guest;
  private final String entry;
  private final Capabilities capabilities;

  /**
   * @param entry the function to call
   * @param memory the activation's account; closed with this
   * @throws IOException when a granted directory cannot be opened
   */
  ActionTask(
      Invocation invocation, String entry, InstanceSize size, MemoryAccount memory, Claim claim)
      throws IOException {
    this.entry = entry;
    this.claim = claim;
    this.size = size;
    this.memory = memory;
    capabilities = invocation.capabilities();
    limits = invocation.limits();
    output = new OutputCapture(Clock.systemUTC(), memory, limits.logBytes(), limits.resultBytes());
    guest =
        new CommandGuest(
            argv(invocation),
            invocation.environment(),
            streams(invocation.input(), output),
            new YieldingClock(claim));
    grantFiles(invocation);
  }

  private static List<String> argv(Invocation invocation) {
    List<String> argv = new ArrayList<>(invocation.arguments().size() + 2);
    argv.add(PROGRAM);
    argv.addAll(invocation.arguments());
    argv.add(invocation.input());
    return argv;
  }

  /** Heap for /tmp, from the account. */
  private final class TmpRoom implements Room {
    @Override
    public boolean tryTake(long bytes) {
      return memory.tryHold(bytes);
    }

    @Override
    public void giveBack(long bytes) {
      memory.release(bytes);
    }
  }

  /** The action's own files, a directory that is gone with the activation, and the host's. */
  private void grantFiles(Invocation invocation) throws IOException {
    List<DirectoryGrant> granted = capabilities.directories();
    guest.grant("/", invocation.files().root());
    if (granted.stream().noneMatch(directory -> directory.guestPath().equals(TMP))) {
      guest.grant(
          TMP, new MemoryFileSystem(limits.tmpBytes(), limits.tmpFiles(), new TmpRoom()).root());
    }
    for (DirectoryGrant directory : granted) {
      try {
        guest.grant(directory.guestPath(), directory.open());
      } catch (IOException e) {
        guest.close();
        throw new IOException(
            "The directory %s cannot be opened: %s."
                .formatted(directory.guestPath(), DirectoryGrant.reason(e)),
            e);
      }
    }
  }

  /**
   * To a terminal a libc writes line by line: so log lines have their own times and the right order
   * across both streams, and those before a trap are not lost in the guest's buffer.
   */
  private static StandardStreams streams(String input, OutputCapture output) {
    boolean terminal = true;
    return new StandardStreams(
        ByteSource.of(input.getBytes(UTF_8)),
        ByteSink.of(output.stdout()),
        ByteSink.of(output.stderr()),
        !terminal,
        terminal,
        terminal);
  }

  @Override
  public boolean reserve() throws InterruptedException {
    return size.take(memory, claim);
  }

  @Override
  public void stopWaiting() {
    memory.stopWaiting();
  }

  @Override
  public Imports imports() {
    return new HostImports(memory, claim)
        .or(guest.imports())
        .or(new HttpImports(capabilities.http(), memory, wait -> claim.away(wait::await)));
  }

  @Override
  public void call(GuestInstance instance) throws GuestFailure {
    guest.call(instance, entry);
  }

  @Override
  public Completion ended(End end, Spent spent) {
    Outcome outcome = outcome(end);
    boolean lastLineIsResult =
        outcome instanceof Outcome.Result
            || outcome instanceof Outcome.ResultTooLarge
            || outcome instanceof Outcome.Failed;
    return new Completion(outcome, output.logs(!lastLineIsResult), output.truncated(), spent);
  }

  private Outcome outcome(End end) {
    if (end instanceof End.Returned) {
      return returned();
    }
    if (end instanceof End.Failed failed
        && failed.failure() instanceof GuestFailure.Exit exit
        && exit.code() == 0) {
      return returned();
    }
    Outcome outcome = Ends.outcome(end, limits.time(), memory);
    return outcome instanceof Outcome.Exited exited ? exited(exited) : outcome;
  }

  /** A guest that exits with an error may say which, as its last line. */
  private Outcome exited(Outcome.Exited exited) {
    return lastLine() instanceof ActionOutput.Json line && line.hasError()
        ? new Outcome.Failed(exited.code(), line.json())
        : exited;
  }

  private ActionOutput lastLine() {
    return ActionOutput.of(output.lastLine(), limits.resultBytes(), limits.resultPrefixBytes());
  }

  private Outcome returned() {
    return switch (lastLine()) {
      case ActionOutput.Json result -> new Outcome.Result(result.json());
      case ActionOutput.TooLarge large ->
          new Outcome.ResultTooLarge(large.prefix(), large.length(), limits.resultBytes());
      case ActionOutput.Lost lost -> new Outcome.BudgetExhausted(memory.budget());
      case ActionOutput.Bad bad ->
          memory.refusal() != MemoryRefusal.NONE
              ? Ends.exhausted(memory)
              : new Outcome.BadResult(bad.line(), bad.reason());
    };
  }

  @Override
  public void close() {
    guest.close();
    memory.close();
  }
}
