// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What {@code cpu.json} says: work for the processor, beside native code in the same run. */
final class CpuTargets {
  private static final String BENCH = "cpu";
  private static final String NATIVE = "native";
  private static final List<String> LIGHT = List.of("nop", "cat-sync");
  private static final int SUMMED = 50;
  private static final double FIRST = 2.5;
  private static final double PEAK = 1.3;
  private static final double AUTO_OVER_SINGLE = 1.1;

  private final Evidence evidence;

  CpuTargets(Evidence evidence) {
    this.evidence = evidence;
  }

  List<Target> targets() {
    return List.of(
        overNative("activation #1", FIRST, CpuTargets::first),
        overNative("peak", PEAK, CpuTargets::peak),
        auto());
  }

  private static double first(Evidence contender) {
    double[] walls = contender.in("wall").numbers("samples");
    return walls.length == 0 ? Double.NaN : walls[0];
  }

  private static double peak(Evidence contender) {
    return contender.in("peak").number("p50");
  }

  /** Of the first fifty; NaN when there were fewer. */
  private static double sum(Evidence contender) {
    double[] walls = contender.in("wall").numbers("samples");
    return walls.length < SUMMED ? Double.NaN : Arrays.stream(walls).limit(SUMMED).sum();
  }

  private Target overNative(String what, double limit, ToDoubleFunction<Evidence> value) {
    String engine = engine();
    List<Double> ratios = new ArrayList<>();
    for (Evidence program : heavy()) {
      double ratio =
          value.applyAsDouble(contender(program, engine)) / peak(contender(program, NATIVE));
      if (!Double.isNaN(ratio)) {
        ratios.add(ratio);
      }
    }
    double mean = Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(Double.NaN));
    return Target.atMost(
        "work of native code's 100 ms: %s, over native code".formatted(what),
        BENCH,
        limit,
        " ×",
        mean,
        ratios.isEmpty()
            ? "no native code, or no times"
            : "%s, geometric mean of %d programs".formatted(engine, ratios.size()));
  }

  /** What users get; where that was not measured, the engine that is there without conditions. */
  private String engine() {
    return heavy().stream()
            .anyMatch(program -> !contender(program, Engines.AUTO).members().isEmpty())
        ? Engines.AUTO
        : "endive";
  }

  private Target auto() {
    String worst = "auto and both engines were not measured for %d activations".formatted(SUMMED);
    double most = Double.NaN;
    for (Evidence program : heavy()) {
      double better = Double.NaN;
      for (String engine : Engines.SINGLE) {
        double sum = sum(contender(program, engine));
        better = Double.isNaN(better) || sum < better ? sum : better;
      }
      double ratio = sum(contender(program, Engines.AUTO)) / better;
      if (!Double.isNaN(ratio) && !(ratio <= most)) {
        most = ratio;
        worst = "the worst is " + program.text("program");
      }
    }
    return Target.atMost(
        "sum of the first %d activations: auto over the better engine".formatted(SUMMED),
        BENCH,
        AUTO_OVER_SINGLE,
        " ×",
        most,
        worst);
  }

  private List<Evidence> heavy() {
    return evidence.each("programs").stream()
        .filter(program -> !LIGHT.contains(program.text("program")))
        .toList();
  }

  private static Evidence contender(Evidence program, String name) {
    return program.find("contenders", "contender", name);
  }
}
