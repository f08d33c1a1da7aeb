// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.capacity;

import io.wasmwhisk.cli.bench.plot.Lines;
import io.wasmwhisk.cli.bench.process.Reading;
import io.wasmwhisk.cli.bench.sleep.Nap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What so many activations take, and when they were under way. */
public final class CapacityPlots {
  private static final double MIB = 1 << 20;
  private static final double MILLIS_PER_SECOND = 1e3;

  /** Of a line over time. */
  private static final int POINTS = 100;

  private final List<CapacityStep> steps;

  /** Plots of a report. */
  public CapacityPlots(CapacityReport report) {
    this.steps = report.steps();
  }

  /**
   * Writes {@code capacity-memory} and {@code capacity-course}, each as PNG and SVG.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Path directory) throws IOException {
    Lines memory = new Lines("Activations that sleep at once", "activations", "MiB");
    memory.add("RSS, peak", points(step -> most(step, Reading::resident)));
    memory.add(
        "heap after a collection, while they sleep", points(step -> step.heapDuring() / MIB));
    memory.write(directory, "capacity-memory");
    Lines course = new Lines("Activations under way, by their records", "s", "activations");
    steps.forEach(step -> course.add(step.wanted() + " begun", course(step)));
    course.write(directory, "capacity-course");
  }

  private static double most(CapacityStep step, ToDoubleFunction<Reading> value) {
    return step.readings().stream().mapToDouble(value).max().orElse(Double.NaN) / MIB;
  }

  private List<Lines.Point> points(ToDoubleFunction<CapacityStep> value) {
    return steps.stream()
        .filter(step -> !step.readings().isEmpty())
        .map(step -> new Lines.Point(step.wanted(), value.applyAsDouble(step)))
        .toList();
  }

  private static List<Lines.Point> course(CapacityStep step) {
    List<Nap.Slept> slept = step.naps().slept();
    long first = slept.stream().mapToLong(each -> each.start()).min().orElse(0);
    long last = slept.stream().mapToLong(each -> each.end()).max().orElse(0);
    List<Lines.Point> points = new ArrayList<>();
    for (int i = 0; i <= POINTS; i++) {
      long at = first + (last - first) * i / POINTS;
      points.add(
          new Lines.Point(
              (at - first) / MILLIS_PER_SECOND,
              slept.stream().filter(each -> each.start() <= at && at < each.end()).count()));
    }
    return points;
  }
}
