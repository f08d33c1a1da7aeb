// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.rewrite.ReservedNames;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import io.wasmwhisk.engine.snapshot.SnapshotModule;
import io.wasmwhisk.engine.snapshot.SnapshotRequest;
import io.wasmwhisk.engine.snapshot.StateReader;
import io.wasmwhisk.fuzz.generate.ModuleGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A snapshot of a generated module goes on where its source stopped, on both engines: what its
 * functions return and how they trap, and what its memory holds.
 */
class SnapshotFuzzTest {
  /** Of the source; in the snapshot it is called as the start. */
  private static final String INITIALIZE = "run0";

  private static final String START = "_start";

  private static final SnapshotRequest REQUEST =
      new SnapshotRequest(INITIALIZE, Optional.empty(), Optional.of(INITIALIZE));

  static Stream<byte[]> seeds() {
    return Modules.choices();
  }

  @MethodSource("seeds")
  @FuzzTest
  void aSnapshotGoesOnWhereItsSourceStopped(byte[] choices) throws InvalidModuleException {
    ModuleLayout source = Modules.read(ModuleGenerator.lasting(choices)).orElseThrow();
    SnapshotModule module = SnapshotModule.of(source, REQUEST);
    for (EngineAdapter engine : List.of(Modules.ENGINE, Modules.ENDIVE)) {
      requireSame(engine, source, module);
    }
  }

  private static void requireSame(EngineAdapter engine, ModuleLayout source, SnapshotModule module)
      throws InvalidModuleException {
    StateReader state =
        new StateReader(!source.info().memories().isEmpty(), Long.MAX_VALUE, bytes -> true);
    List<String> begun =
        Witness.of(
            engine,
            module.toCapture(Modules.PAGES, Modules.ELEMENTS),
            state,
            List.of(INITIALIZE, ReservedNames.CAPTURE));
    assertThat(begun).noneMatch(line -> line.startsWith(ReservedNames.CAPTURE));
    if (begun.stream().noneMatch(Witness::isFailure)) {
      ModuleLayout snapshot = Modules.read(module.with(state.state())).orElseThrow();
      Witness.requireAlike(
          rest(engine, source, begun.size()), ofSnapshot(engine, snapshot, source));
    }
  }

  /** What the source does after its initialisation. */
  private static List<String> rest(EngineAdapter engine, ModuleLayout source, int begun) {
    List<String> calls = new ArrayList<>(List.of(INITIALIZE));
    calls.addAll(Witness.calls(source.info()));
    List<String> all = Witness.of(engine, Modules.rewrite(source).orElseThrow(), calls);
    return all.subList(begun, all.size());
  }

  private static List<String> ofSnapshot(
      EngineAdapter engine, ModuleLayout snapshot, ModuleLayout source) {
    List<String> calls =
        Witness.calls(source.info()).stream()
            .map(name -> name.equals(INITIALIZE) ? START : name)
            .toList();
    return Witness.of(engine, Modules.rewrite(snapshot).orElseThrow(), calls).stream()
        .map(line -> line.startsWith(START + ": ") ? line.replace(START, INITIALIZE) : line)
        .toList();
  }
}
