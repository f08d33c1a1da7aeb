// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The samples so far, and what they say. */
public final class SoakReport {
  private static final String FORM = "%7s%9s%9s%9s%9s%6s%6s%8s%7s%6s%8s%8s%n";
  private static final double MIB = 1 << 20;
  private static final double HEAP_SHARE = 0.05;
  private static final double HEAP_MIB = 16;
  private static final double OURS_MIB = 2;
  private static final double FEW = 2;
  private static final int SHOWN = 8;
  private static final int MOST_COMPLAINTS = 50;

  private final String machine;
  private final Duration warmUp;
  private final List<Sample> samples = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  SoakReport(String machine, Duration warmUp) {
    this.machine = machine;
    this.warmUp = warmUp;
  }

  void header(PrintWriter out) {
    out.println(machine);
    out.println();
    out.printf(FORM, "", "heap", "ours", "other", "RSS", "", "", "", "", "", "hello", "ms");
    out.printf(
        FORM, "s", "MiB", "MiB", "MiB", "MiB", "thr", "fds", "right", "wrong", "lost", "p50",
        "p99");
    out.flush();
  }

  void add(Sample sample, List<SoakCall> calls, PrintWriter out) {
    samples.add(sample);
    out.printf(
        FORM,
        "%.0f".formatted(sample.seconds()),
        "%.1f".formatted(sample.histogram().total() / MIB),
        "%.1f".formatted(sample.histogram().ours() / MIB),
        "%.1f".formatted(sample.nonHeap() / MIB),
        "%.0f".formatted(sample.resident() / MIB),
        sample.threads(),
        sample.descriptors(),
        sample.calls().right(),
        sample.calls().wrong(),
        sample.calls().lost(),
        "%.1f".formatted(sample.helloP50()),
        "%.1f".formatted(sample.helloP99()));
    calls.forEach(call -> call.complaint().ifPresent(words -> complain(words, out)));
    out.flush();
  }

  private void complain(String words, PrintWriter out) {
    complaints.add(words);
    if (complaints.size() <= MOST_COMPLAINTS) {
      out.println("    " + words);
    } else if (complaints.size() == MOST_COMPLAINTS + 1) {
      out.println("    and others; all are in the file of --json");
    }
  }

  /** Whether nothing grew more than it may, and no call was wrong or lost. */
  public boolean held() {
    return growths().stream().allMatch(Growth::held) && complaints.isEmpty();
  }

  private List<Growth> growths() {
    List<Sample> counted =
        samples.stream().filter(each -> each.seconds() >= warmUp.toSeconds()).toList();
    return List.of(
        Growth.of(
            "heap after collection",
            "MiB",
            counted,
            each -> each.histogram().total() / MIB,
            HEAP_SHARE,
            HEAP_MIB),
        Growth.of(
            "of it, objects of ours",
            "MiB",
            counted,
            each -> each.histogram().ours() / MIB,
            HEAP_SHARE,
            OURS_MIB),
        Growth.of("threads", "", counted, Sample::threads, 0, FEW),
        Growth.of("descriptors", "", counted, Sample::descriptors, 0, FEW),
        unbound("memory of the process", counted, each -> each.resident() / MIB),
        unbound("beside the heap", counted, each -> each.nonHeap() / MIB));
  }

  private static Growth unbound(String what, List<Sample> counted, ToDoubleFunction<Sample> value) {
    return Growth.of(what, "MiB", counted, value, 0, Double.POSITIVE_INFINITY);
  }

  /** Prints the verdict. */
  public void print(PrintWriter out) {
    Sample.Calls calls =
        samples.stream().map(Sample::calls).reduce(new Sample.Calls(0, 0, 0), Sample.Calls::plus);
    out.printf(
        "%n%d calls: %d right, %d wrong, %d lost.%n",
        calls.right() + calls.wrong() + calls.lost(), calls.right(), calls.wrong(), calls.lost());
    out.printf(
        "From the first quarter after %d s of warm-up to the last, medians:%n", warmUp.toSeconds());
    growths().forEach(growth -> print(out, growth));
    out.println("What grew most on the heap, KiB:");
    growers().forEach(out::println);
    out.flush();
  }

  private static void print(PrintWriter out, Growth growth) {
    out.printf(
        "  %-24s%9.1f to %9.1f %-4s %+8.1f (%+.1f an hour by the slope)%s%n",
        growth.what(),
        growth.first(),
        growth.last(),
        growth.unit(),
        growth.amount(),
        growth.slope(),
        growth.bound() < Double.POSITIVE_INFINITY
            ? "; at most %+.1f: %s".formatted(growth.bound(), growth.held() ? "held" : "EXCEEDED")
            : "");
  }

  private List<String> growers() {
    List<Sample> counted =
        samples.stream().filter(each -> each.seconds() >= warmUp.toSeconds()).toList();
    Map<String, Long> before = counted.get(counted.size() / 8).histogram().large();
    Map<String, Long> after =
        counted.get(counted.size() - 1 - counted.size() / 8).histogram().large();
    return after.entrySet().stream()
        .map(
            each ->
                Map.entry(each.getKey(), each.getValue() - before.getOrDefault(each.getKey(), 0L)))
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .map(each -> "  %+9d %s".formatted(each.getValue() >> 10, each.getKey()))
        .collect(Collectors.toList());
  }

  /** Writes every sample; sizes in bytes. */
  public void writeJson(Path file) throws IOException {
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(file.toFile(), JsonEncoding.UTF8)
            .useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("machine", machine);
      json.writeNumberField("warmUpSeconds", warmUp.toSeconds());
      json.writeArrayFieldStart("samples");
      for (Sample sample : samples) {
        write(json, sample);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("complaints");
      for (String complaint : complaints) {
        json.writeString(complaint);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, Sample sample) throws IOException {
    json.writeStartObject();
    json.writeNumberField("seconds", sample.seconds());
    json.writeNumberField("heap", sample.histogram().total());
    json.writeNumberField("ours", sample.histogram().ours());
    json.writeNumberField("nonHeap", sample.nonHeap());
    json.writeNumberField("resident", sample.resident());
    json.writeNumberField("threads", sample.threads());
    json.writeNumberField("descriptors", sample.descriptors());
    json.writeNumberField("right", sample.calls().right());
    json.writeNumberField("wrong", sample.calls().wrong());
    json.writeNumberField("lost", sample.calls().lost());
    json.writeNumberField("underWay", sample.underWay());
    json.writeNumberField("helloP50Millis", sample.helloP50());
    json.writeNumberField("helloP99Millis", sample.helloP99());
    json.writeEndObject();
  }
}
