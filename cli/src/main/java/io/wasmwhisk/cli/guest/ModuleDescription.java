// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.guest;

import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.json.JsonText;
import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.binary.Export;
import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.Import;
import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.invoker.capability.manifest.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code inspect} tells of a module, for people and for programs.
 *
 * @param bytes its size
 * @param sha256 of its bytes, in hex
 * @param abi how it takes parameters and gives a result, in lower case
 * @param engine the engine that would run it
 * @param reason why that one
 * @param obstacle why it does not run as an action; empty when it does
 * @param manifest what its zip asks for
 * @param info what it declares
 */
public record ModuleDescription(
    int bytes,
    String sha256,
    String abi,
    String engine,
    String reason,
    Optional<String> obstacle,
    Manifest manifest,
    ModuleInfo info) {
  private static final long PAGE_KIB = Limits.PAGE_BYTES / 1024;

  /** One fact on a line; lines that continue one are indented. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "size", List.of("%,d bytes".formatted(bytes)));
    line(text, "sha256", List.of(sha256));
    info.name().ifPresent(name -> line(text, "name", List.of(name)));
    line(text, "abi", List.of(abi));
    line(
        text,
        "engine",
        List.of(obstacle.isEmpty() ? engine + ": " + reason : "none: " + obstacle.get()));
    line(text, "asks for", asked());
    line(text, "memory", info.memories().stream().map(ModuleDescription::memory).toList());
    line(
        text,
        "functions",
        List.of("%d, %,d bytes of code".formatted(info.functions(), info.codeBytes())));
    line(text, "imports", imports());
    line(text, "exports", exports());
    line(text, "features", features());
    sortedProducers().forEach((field, values) -> line(text, field, values));
    return text.toString();
  }

  /** A JSON object with the same facts. */
  public String json() {
    JsonMembers members = new JsonMembers();
    members.put("bytes", Integer.toString(bytes));
    members.put("sha256", JsonText.quote(sha256));
    members.put("name", info.name().map(JsonText::quote).orElse("null"));
    members.put("abi", JsonText.quote(abi));
    members.put("runs", Boolean.toString(obstacle.isEmpty()));
    members.put("engine", obstacle.isEmpty() ? JsonText.quote(engine) : "null");
    members.put("engineReason", obstacle.isEmpty() ? JsonText.quote(reason) : "null");
    members.put("obstacle", obstacle.map(JsonText::quote).orElse("null"));
    members.put("asksFor", strings(asked()));
    members.put("memories", array(info.memories().stream().map(ModuleDescription::memoryJson)));
    members.put("functions", Integer.toString(info.functions()));
    members.put("codeBytes", Integer.toString(info.codeBytes()));
    members.put("imports", strings(imports()));
    members.put("exports", strings(exports()));
    members.put("features", strings(features()));
    JsonMembers producers = new JsonMembers();
    sortedProducers().forEach((field, values) -> producers.put(field, strings(values)));
    members.put("producers", producers.toString());
    return members.toString();
  }

  /** What wasmwhisk.json asks for, an operator willing. */
  private List<String> asked() {
    List<String> lines = new ArrayList<>();
    manifest.directories().forEach(directory -> lines.add("directory " + directory));
    manifest.environment().forEach(variable -> lines.add("variable " + variable));
    manifest.http().forEach(rule -> lines.add("http " + rule));
    manifest.snapshot().ifPresent(snapshot -> lines.add(snapshot.toString()));
    if (manifest.engine() != EngineChoice.AUTO) {
      lines.add("engine " + manifest.engine().word());
    }
    if (!manifest.arguments().isEmpty()) {
      lines.add("arguments " + strings(manifest.arguments()));
    }
    return lines;
  }

  private static void line(StringBuilder text, String label, List<String> values) {
    String head = label;
    for (String value : values.isEmpty() ? List.of("none") : values) {
      text.append("%-14s%s%n".formatted(head, value));
      head = "";
    }
  }

  private static String memory(Limits memory) {
    return "%d KiB at the start, %s"
        .formatted(
            memory.minimum() * PAGE_KIB,
            memory.maximum().isPresent()
                ? "at most %d KiB".formatted(memory.maximum().getAsLong() * PAGE_KIB)
                : "no maximum");
  }

  private static String memoryJson(Limits memory) {
    JsonMembers members = new JsonMembers();
    members.put("minimumPages", Long.toString(memory.minimum()));
    members.put(
        "maximumPages",
        memory.maximum().isPresent() ? Long.toString(memory.maximum().getAsLong()) : "null");
    return members.toString();
  }

  private List<String> imports() {
    List<String> lines = new ArrayList<>();
    for (Import wanted : info.imports()) {
      lines.add(
          "%s.%s %s".formatted(wanted.module(), wanted.name(), type(wanted.kind(), wanted.type())));
    }
    return lines;
  }

  private List<String> exports() {
    List<String> lines = new ArrayList<>();
    for (Export export : info.exports()) {
      lines.add("%s %s".formatted(export.name(), type(export.kind(), export.type())));
    }
    return lines;
  }

  private static String type(ExternalKind kind, @Nullable Object functionType) {
    return functionType == null ? kind.name().toLowerCase(Locale.ROOT) : functionType.toString();
  }

  private List<String> features() {
    return info.features().stream().sorted().map(Feature::proposal).toList();
  }

  private Map<String, List<String>> sortedProducers() {
    return new TreeMap<>(info.producers());
  }

  private static String strings(Collection<String> values) {
    return array(values.stream().map(JsonText::quote));
  }

  private static String array(Stream<String> values) {
    return values.collect(Collectors.joining(",", "[", "]"));
  }
}
