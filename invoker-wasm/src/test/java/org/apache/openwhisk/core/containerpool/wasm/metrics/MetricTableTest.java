// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/metrics.md lists every metric, as it is in the code, and no other. */
class MetricTableTest {
  private static final Path PAGE =
      Path.of(System.getProperty("maven.multiModuleProjectDirectory"), "docs", "metrics.md");

  @Test
  void theTableIsTheCode() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `invoker_wasm"))
            .map(MetricTableTest::withoutMeaning)
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(Metric.values()).map(this::row).toList());
  }

  private static String withoutMeaning(String line) {
    String[] cells = line.split("\\|", -1);
    assertThat(cells).as(line).hasSize(7);
    assertThat(cells[5].strip()).as("what %s means", cells[1]).isNotEmpty();
    return String.join("|", Arrays.copyOf(cells, 5));
  }

  private String row(Metric metric) {
    return "| `%s` | %s | %s | %s "
        .formatted(metric.label(), lower(metric.type()), lower(metric.unit()), tag(metric));
  }

  private static String tag(Metric metric) {
    return metric.tag().isEmpty()
        ? "none"
        : metric.tagValues().stream()
            .map(value -> "`" + value + "`")
            .collect(Collectors.joining(", ", "`" + metric.tag() + "`: ", ""));
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
