// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Which targets are met.
 *
 * @param machine where it was measured
 * @param ended the benches
 * @param targets all, measured or not
 */
public record Summary(String machine, List<Ended> ended, List<Target> targets) {
  private static final String FORM = "%-72s%-16s%-76s%8s  %s%n";

  /** Copies the lists. */
  public Summary {
    ended = List.copyOf(ended);
    targets = List.copyOf(targets);
  }

  /** Whether every bench measured what it should, and no measured target is missed. */
  public boolean held() {
    return ended.stream().allMatch(Ended::isWhole)
        && targets.stream().noneMatch(each -> each.verdict() == Target.Verdict.MISSED);
  }

  /** Prints a table. */
  public void print(PrintWriter out) {
    out.printf("%nThe targets.%n%n");
    out.printf(FORM, "", "target", "measured", "ratio", "");
    for (Target each : targets) {
      out.printf(
          FORM, each.what(), each.wanted(), each.measured(), ratio(each), each.verdict().words());
    }
    out.printf("%n%s%n", verdict());
    out.flush();
  }

  private String verdict() {
    return "%d met, %d not met, %d not measured; %d benches in %d s%s."
        .formatted(
            count(Target.Verdict.MET),
            count(Target.Verdict.MISSED),
            count(Target.Verdict.ABSENT),
            ended.size(),
            ended.stream().mapToLong(each -> each.time().toSeconds()).sum(),
            failures());
  }

  private String failures() {
    List<String> failed =
        ended.stream()
            .filter(each -> !each.isWhole())
            .map(each -> each.part().name() + " " + each.words())
            .toList();
    return failed.isEmpty() ? "" : ", of which " + String.join(", ", failed);
  }

  private long count(Target.Verdict verdict) {
    return targets.stream().filter(each -> each.verdict() == verdict).count();
  }

  private static String ratio(Target target) {
    return Double.isNaN(target.ratio()) ? "-" : String.format(Locale.ROOT, "%.2f", target.ratio());
  }

  /** Writes {@code summary.md} and {@code summary.json}. */
  public void write(Path directory) throws IOException {
    Files.writeString(directory.resolve("summary.md"), markdown());
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(directory.resolve("summary.json").toFile(), JsonEncoding.UTF8)
            .useDefaultPrettyPrinter()) {
      write(json);
    }
  }

  private String markdown() {
    StringBuilder text = new StringBuilder(machine).append("\n\n");
    text.append("| | target | measured | ratio | |\n|---|---|---|---|---|\n");
    for (Target each : targets) {
      text.append(
          "| %s | %s | %s | %s | %s |%n"
              .formatted(
                  each.what(),
                  each.wanted(),
                  each.measured(),
                  ratio(each),
                  each.verdict().words()));
    }
    text.append("\n").append(verdict()).append("\n\n");
    for (Ended each : ended) {
      text.append(
          "* `%s`: %s, %d s%n"
              .formatted(each.part().command(), each.words(), each.time().toSeconds()));
    }
    return text.toString();
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("machine", machine);
    json.writeArrayFieldStart("benches");
    for (Ended each : ended) {
      json.writeStartObject();
      json.writeStringField("command", each.part().command());
      json.writeStringField("end", each.words());
      json.writeNumberField("seconds", each.time().toSeconds());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("targets");
    for (Target each : targets) {
      json.writeStartObject();
      json.writeStringField("what", each.what());
      json.writeStringField("bench", each.bench());
      json.writeStringField("target", each.wanted());
      json.writeStringField("measured", each.measured());
      if (!Double.isNaN(each.ratio())) {
        json.writeNumberField("ratio", each.ratio());
      }
      json.writeStringField("verdict", each.verdict().words());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
