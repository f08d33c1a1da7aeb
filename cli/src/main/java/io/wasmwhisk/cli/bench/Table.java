// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench;

import io.wasmwhisk.cli.bench.attack.Ended;
import io.wasmwhisk.cli.bench.load.Latencies;
import io.wasmwhisk.cli.bench.server.Vitals;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows as people read them. */
final class Table {
  private static final String FORM = "%-24s%-32s%8s%9s%16s%16s%7s%6s%5s  %s%n";
  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintWriter out;

  Table(PrintWriter out) {
    this.out = out;
  }

  void header(Optional<Vitals> floor, Optional<String> engine) {
    engine.ifPresent(name -> out.printf("The server runs guests on %s.%n", name));
    floor.ifPresent(
        vitals ->
            out.printf(
                "The server before all attacks: %s. This machine: %d processors, load %.1f.%n%n",
                vitals,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    out.printf(FORM, "", "", "after", "late", "neighbours", "p50 / p99 ms", "", "heap", "thr", "");
    out.printf(FORM, "attack", "ended", "s", "ms", "before", "during", "calls", "MiB", "", "");
    out.flush();
  }

  void print(Row row) {
    out.printf(
        FORM,
        row.attack().name(),
        endings(row),
        String.format(Locale.ROOT, "%.2f", row.nanos() / NANOS_PER_SECOND),
        row.lateMillis() > 0 ? row.lateMillis() : "-",
        row.before(),
        row.during(),
        row.calls().size(),
        row.vitals().map(vitals -> Long.toString(vitals.heapMb())).orElse("?"),
        row.vitals().map(vitals -> Integer.toString(vitals.threads())).orElse("?"),
        row.held() ? "held" : "FAILED");
    row.complaints()
        .forEach(complaint -> out.println("    " + complaint.strip().replace("\n", "\n    ")));
    out.flush();
  }

  private static String endings(Row row) {
    return row.ended().stream()
        .collect(Collectors.groupingBy(Ended::ending, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(
            each ->
                row.ended().size() == 1
                    ? each.getKey().words()
                    : each.getValue() + " " + each.getKey().words())
        .collect(Collectors.joining(", "));
  }

  void footer(BenchReport report) {
    long held = report.rows().stream().filter(Row::held).count();
    Latencies before =
        Latencies.of(report.rows().stream().flatMap(r -> r.calmCalls().stream()).toList());
    Latencies during =
        Latencies.of(report.rows().stream().flatMap(r -> r.calls().stream()).toList());
    long failed =
        report.rows().stream()
            .flatMap(row -> Stream.concat(row.calmCalls().stream(), row.calls().stream()))
            .filter(call -> call.complaint().isPresent())
            .count();
    out.printf(
        "%n%d attacks in %.0f s: %d did no harm, %d did.%n",
        report.rows().size(), report.nanos() / NANOS_PER_SECOND, held, report.rows().size() - held);
    out.printf(
        "Neighbours: %d calls, %d of them wrong or lost; p50 / p99 %s ms in the calm, %s ms under attack.%n",
        before.count() + during.count(), failed, before, during);
    out.flush();
  }
}
