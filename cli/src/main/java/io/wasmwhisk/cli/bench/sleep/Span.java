// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.sleep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From one moment to another, in milliseconds of one clock.
 *
 * @param from the first moment that belongs to it
 * @param to the first one that does not; none belongs to it when that is not later
 */
public record Span(long from, long to) {
  /** A span begins or ends. */
  private record Edge(long at, int step) {}

  /** How many of them there are at once, at most. */
  public static int mostAtOnce(List<Span> spans) {
    int now = 0;
    int most = 0;
    for (Edge edge : edges(spans)) {
      now += edge.step();
      most = Math.max(most, now);
    }
    return most;
  }

  /** In the order of time; of the same moment, ends come first. */
  private static List<Edge> edges(List<Span> spans) {
    List<Edge> edges = new ArrayList<>();
    for (Span span : spans) {
      if (span.from < span.to) {
        edges.add(new Edge(span.from, 1));
        edges.add(new Edge(span.to, -1));
      }
    }
    edges.sort(Comparator.comparingLong(Edge::at).thenComparingInt(Edge::step));
    return edges;
  }
}
