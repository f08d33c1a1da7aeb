// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.abi.CommandGuest;
import io.wasmwhisk.engine.binary.rewrite.ReservedNames;
import io.wasmwhisk.engine.binary.write.ModuleState;
import io.wasmwhisk.engine.files.ByteSource;
import io.wasmwhisk.engine.files.StandardStreams;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
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
import io.wasmwhisk.engine.snapshot.Observation;
import io.wasmwhisk.engine.snapshot.SnapshotModule;
import io.wasmwhisk.engine.snapshot.StateReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A guest that is initialised to be looked into. It finds what every activation finds, but for what
 * is an activation's own; its descriptors have the same numbers.
 */
final class SnapshotTask implements GuestTask<SnapshotTask.Taken> {
  private final SnapshotSource source;
  private final InstanceSize size;
  private final MemoryAccount memory;
  private final Claim claim;
  private final StateReader state;
  private final Observation observation;
  private final CommandGuest guest;
  private final List<Integer> openAtFirst;
  private Optional<String> refusal = Optional.empty();

  /**
   * How the initialisation ended.
   *
   * @param state what it left
   * @param refusal why that is no snapshot
   */
  record Taken(ModuleState state, Optional<String> refusal) {}

  /**
   * @param memory the guest's account; closed with this
   * @param state is told what the guest leaves
   */
  SnapshotTask(
      SnapshotSource source,
      InstanceSize size,
      MemoryAccount memory,
      Claim claim,
      StateReader state)
      throws IOException {
    this.source = source;
    this.size = size;
    this.memory = memory;
    this.claim = claim;
    this.state = state;
    List<String> directories = directories();
    observation = new Observation(directories, source.request().renew().isPresent());
    guest = new CommandGuest(List.of(), Map.of(), streams(), new YieldingClock(claim));
    guest.grant(directories.get(0), source.files().root());
    for (String directory : directories.subList(1, directories.size())) {
      guest.grant(directory, ArchivedFiles.NONE.root());
    }
    openAtFirst = guest.open();
  }

  /** In the order in which an activation finds them. */
  private List<String> directories() {
    List<String> directories = new ArrayList<>(List.of("/"));
    if (!source.directories().contains(ActionTask.TMP)) {
      directories.add(ActionTask.TMP);
    }
    directories.addAll(source.directories());
    return directories;
  }

  /** As an activation's, of which the outputs are terminals. */
  private StandardStreams streams() {
    return new StandardStreams(
        ByteSource.empty(),
        (bytes, offset, length) -> observation.wrote("stdout", bytes, offset, length),
        (bytes, offset, length) -> observation.wrote("stderr", bytes, offset, length),
        false,
        true,
        true);
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
        .or(state)
        .or(observation.of(guest.imports()))
        .or(
            observation.refusing(
                new HttpImports(Optional.empty(), memory, wait -> claim.away(wait::await))));
  }

  @Override
  public void call(GuestInstance instance) throws GuestFailure {
    if (instance.hasFunction(SnapshotModule.REACTOR_INITIALIZE)) {
      instance.call(SnapshotModule.REACTOR_INITIALIZE);
    }
    instance.call(source.request().initialize());
    refusal = observation.refusal(openAtFirst, guest.open());
    if (refusal.isEmpty()) {
      instance.call(ReservedNames.CAPTURE);
    }
  }

  @Override
  public Taken ended(End end, Spent spent) {
    if (end instanceof End.Returned) {
      return new Taken(state.state(), refusal);
    }
    return new Taken(
        state.state(),
        observation
            .refusal(openAtFirst, openAtFirst)
            .or(() -> state.refusal())
            .or(
                () ->
                    Optional.of(
                        "its initialisation did not end well: "
                            + Ends.outcome(end, source.limits().time(), memory)
                                .describe()
                                .replaceFirst("\\.$", ""))));
  }

  @Override
  public void close() {
    guest.close();
    memory.close();
  }
}
