// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.concurrency;

import io.wasmwhisk.cli.bench.plot.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The figures over the number of calls in flight, for each program. */
public final class ConcurrencyPlots {
  private static final String ACROSS = "calls in flight";

  private final List<Level> all;

  /** Plots of these levels. */
  public ConcurrencyPlots(List<Level> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Writes {@code concurrency-PROGRAM-throughput}, {@code -latency} and {@code -wait} as PNG and
   * SVG.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Path directory) throws IOException {
    for (String program : programs()) {
      List<Level> levels =
          all.stream().filter(each -> each.workload().name().equals(program)).toList();
      plot(levels, "answers a second", Level::perSecond, directory, "throughput");
      plot(levels, "ms", each -> each.activations().times().p50(), directory, "latency");
      plot(levels, "ms", each -> each.activations().waits().mean(), directory, "wait");
    }
  }

  private List<String> programs() {
    return all.stream().map(each -> each.workload().name()).distinct().toList();
  }

  private static void plot(
      List<Level> levels, String unit, ToDoubleFunction<Level> value, Path directory, String what)
      throws IOException {
    String program = levels.getFirst().workload().name();
    Lines lines = new Lines("%s: %s".formatted(program, title(what)), ACROSS, unit);
    for (String kind : levels.stream().map(each -> each.kind().name()).distinct().toList()) {
      lines.add(
          kind,
          levels.stream()
              .filter(each -> each.kind().name().equals(kind))
              .map(each -> new Lines.Point(each.inFlight(), value.applyAsDouble(each)))
              .toList());
    }
    lines.write(directory, "concurrency-%s-%s".formatted(program, what));
  }

  private static String title(String what) {
    return switch (what) {
      case "latency" -> "from the request to the answer, median";
      case "wait" -> "waitTime of the records, mean";
      default -> what;
    };
  }
}
