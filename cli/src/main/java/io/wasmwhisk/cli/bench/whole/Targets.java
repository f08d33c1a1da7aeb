// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All targets, by what the benches wrote into a directory. */
public final class Targets {
  private Targets() {}

  /**
   * Reads the files that are there.
   *
   * @throws IOException when one cannot be read
   */
  public static List<Target> read(Path directory) throws IOException {
    List<Target> targets =
        new ArrayList<>(new GuestsTargets(evidence(directory, "guests")).targets());
    targets.addAll(new RestartTargets(evidence(directory, "restart")).targets());
    targets.addAll(new CpuTargets(evidence(directory, "cpu")).targets());
    targets.add(ServerTargets.capacity(evidence(directory, "capacity")));
    targets.add(ServerTargets.density(evidence(directory, "density")));
    targets.add(ServerTargets.churn(evidence(directory, "churn")));
    targets.add(ServerTargets.rest(evidence(directory, "rest")));
    targets.addAll(ServerTargets.start(evidence(directory, "start")));
    targets.addAll(elsewhere());
    return targets;
  }

  private static Evidence evidence(Path directory, String name) throws IOException {
    return Evidence.read(directory.resolve(name + ".json"));
  }

  private static List<Target> elsewhere() {
    return List.of(
        elsewhere(
            "through WasmContainer.run, over the engine only",
            "at most 1.5 ×",
            "JMH's WasmContainerBenchmark beside ActivationBenchmark"),
        elsewhere(
            "WoW's executor (571 µs), over WasmContainer.run",
            "at least 10 ×",
            "JMH's WasmContainerBenchmark"),
        elsewhere(
            "cold container of a known module, over warm",
            "at most 2 ×",
            "JMH's ActivationBenchmark"),
        elsewhere(
            "start of a native process, over a cold container",
            "at least 10 ×",
            "JMH's ActivationBenchmark"),
        elsewhere(
            "start of a node process, over a cold container",
            "at least 50 ×",
            "JMH's ActivationBenchmark"));
  }

  private static Target elsewhere(String what, String wanted, String where) {
    return new Target(
        what,
        "-",
        wanted,
        "not a part of this command; %s measures it".formatted(where),
        Double.NaN,
        Target.Verdict.ABSENT);
  }
}
