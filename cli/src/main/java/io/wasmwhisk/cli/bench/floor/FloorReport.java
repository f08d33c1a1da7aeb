// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What was measured, for people and for programs. */
public final class FloorReport {
  private static final String FORM = "%-16s%-7s%7s%9s%9s%9s%7s%8s%8s%10s%n";
  private static final double NANOS_PER_MICRO = 1e3;

  private final FloorSettings settings;
  private final List<Series> all;

  private FloorReport(FloorSettings settings, List<Series> all) {
    this.settings = settings;
    this.all = List.copyOf(all);
  }

  /**
   * Of all servers together.
   *
   * @param runs one of each server
   * @param random picks the bootstrap samples
   */
  public static FloorReport of(
      FloorSettings settings, List<FloorRun> runs, RandomGenerator random) {
    return new FloorReport(
        settings,
        Arrays.stream(Phase.values())
            .map(
                phase ->
                    Series.of(phase, runs.stream().map(run -> run.rounds(phase)).toList(), random))
            .toList());
  }

  /** Whether no ratio is above its bound. */
  public boolean held() {
    return all.stream().allMatch(Series::held);
  }

  /** Prints a table, and each ratio with its bound. */
  public void print(PrintWriter out) {
    out.printf(
        "Milliseconds that a client waits; the last three are medians of the activation records.%n%n");
    out.printf(FORM, "", "", "calls", "min", "p50", "p99", "cv", "wait", "init", "duration");
    for (Series series : all) {
      for (Side side : Side.values()) {
        print(out, series, side);
      }
    }
    out.println();
    all.forEach(series -> print(out, series));
    out.flush();
  }

  private static void print(PrintWriter out, Series series, Side side) {
    List<Call> calls = series.calls(side);
    Spread times = series.times(side);
    out.printf(
        FORM,
        side == Side.WASM ? series.phase().words() : "",
        side == Side.WASM ? "hello" : "echo",
        calls.size(),
        "%.2f".formatted(times.least()),
        "%.2f".formatted(times.p50()),
        "%.2f".formatted(times.p99()),
        "%.2f".formatted(times.variation()),
        median(calls, Call::waitMillis),
        series.phase() == Phase.WARM ? "-" : median(calls, Call::initMillis),
        median(calls, Call::durationMillis));
  }

  private static String median(List<Call> calls, ToDoubleFunction<Call> value) {
    return "%.0f".formatted(Spread.of(calls, value).p50());
  }

  private static void print(PrintWriter out, Series series) {
    Ratio ratio = series.ratio();
    out.printf(
        "%s: hello takes %.3f times the floor (95 of 100 bootstrap samples of servers and rounds: %.3f to %.3f)%s.%n",
        series.phase().words(),
        ratio.value(),
        ratio.low(),
        ratio.high(),
        series.phase().isBound()
            ? "; the bound is %.2f: %s"
                .formatted(series.phase().bound(), series.held() ? "held" : "EXCEEDED")
            : "; no bound");
    if (series.servers().size() > 1) {
      out.printf(
          "  Server by server: %s.%n",
          series.ratios().stream().map("%.3f"::formatted).collect(Collectors.joining(", ")));
    }
    if (series.others() > 0) {
      out.printf(
          "  %d calls are not counted: %s.%n",
          series.others(),
          series.phase() == Phase.WARM
              ? "they came before their container was free, and got a new one"
              : "they got a container that was there");
    }
  }

  /**
   * Writes every call, as an array: microseconds, waitTime, initTime, duration; in arrays by round,
   * and these by server.
   */
  public void writeJson(Path file) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("machine", Machine.words());
      json.writeNumberField("pauseMicros", settings.pause().toNanos() / NANOS_PER_MICRO);
      for (Series series : all) {
        json.writeObjectFieldStart(series.phase().name());
        json.writeNumberField("ratio", series.ratio().value());
        json.writeNumberField("low", series.ratio().low());
        json.writeNumberField("high", series.ratio().high());
        for (Side side : Side.values()) {
          json.writeArrayFieldStart(side.name());
          for (List<Pair<List<Call>>> rounds : series.servers()) {
            json.writeStartArray();
            for (Pair<List<Call>> round : rounds) {
              write(json, round.of(side));
            }
            json.writeEndArray();
          }
          json.writeEndArray();
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, List<Call> round) throws IOException {
    json.writeStartArray();
    for (Call call : round) {
      json.writeStartArray();
      json.writeNumber(call.nanos() / NANOS_PER_MICRO);
      json.writeNumber(call.waitMillis());
      json.writeNumber(call.initMillis());
      json.writeNumber(call.durationMillis());
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
