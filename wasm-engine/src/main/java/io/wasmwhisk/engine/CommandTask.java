// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.abi.CommandGuest;
import io.wasmwhisk.engine.files.ByteSink;
import io.wasmwhisk.engine.files.ByteSource;
import io.wasmwhisk.engine.files.StandardStreams;
import io.wasmwhisk.engine.http.guest.HttpImports;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.run.End;
import io.wasmwhisk.engine.run.GuestTask;
import io.wasmwhisk.engine.run.HostImports;
import io.wasmwhisk.engine.run.Spent;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.schedule.Claim;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A guest that runs as a plain WASI command. */
final class CommandTask implements GuestTask<Completion> {
  private final Command command;
  private final InstanceSize size;
  private final MemoryAccount memory;
  private final Claim claim;
  private final CommandGuest guest;

  /**
   * @param memory the guest's account; closed with this
   * @throws IOException when a directory cannot be opened
   */
  CommandTask(Command command, InstanceSize size, MemoryAccount memory, Claim claim)
      throws IOException {
    this.command = command;
    this.size = size;
    this.memory = memory;
    guest =
        new CommandGuest(
            command.arguments(),
            command.environment(),
            new StandardStreams(
                new YieldingSource(ByteSource.pumping(command.streams().in()), claim),
                ByteSink.of(command.streams().out()),
                ByteSink.of(command.streams().err())),
            new YieldingClock(claim));
    this.claim = claim;
    for (DirectoryGrant granted : command.capabilities().directories()) {
      guest.grant(granted.guestPath(), granted.open());
    }
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
        .or(
            new HttpImports(
                command.capabilities().http(), memory, wait -> claim.away(wait::await)));
  }

  @Override
  public void call(GuestInstance instance) throws GuestFailure {
    guest.call(instance);
  }

  @Override
  public Completion ended(End end, Spent spent) {
    Outcome outcome =
        end instanceof End.Returned
            ? new Outcome.Exited(0)
            : Ends.outcome(end, command.time().orElse(Duration.ZERO), memory);
    return new Completion(outcome, List.of(), false, spent);
  }

  @Override
  public void close() {
    guest.close();
    memory.close();
  }
}
