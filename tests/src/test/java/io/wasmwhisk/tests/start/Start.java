// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that started the plugin, after its end.
 *
 * @param lines what it printed
 * @param code its exit code; none where it had to be ended, because it started or because it hung
 * @param time from when the plugin was asked to start until the process had said so, or had ended
 */
record Start(List<String> lines, Optional<Integer> code, Duration time) {
  /** What an invoker, or SpiStart, prints before it asks for the plugin. */
  private static final List<String> BEGINS = List.of("LogStoreProvider: ", "SpiStart begins");

  /** What the plugin says when it has started. */
  private static final String STARTED = "WasmWhisk runs actions on ";

  private static final String NOT_STARTED = "Failed to initialize reactive invoker: ";

  private static final long MOST_SECONDS = 300;

  /** Runs it until it has started or has ended. */
  static Start of(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    var watchdog =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS));
    List<String> lines = new ArrayList<>();
    long begin = System.nanoTime();
    boolean started = false;
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        if (BEGINS.stream().anyMatch(line::contains)) {
          begin = System.nanoTime();
        }
        if (line.contains(STARTED)) {
          started = true;
          break;
        }
      }
    } finally {
      if (started) {
        process.destroyForcibly();
      }
    }
    int code = process.waitFor();
    boolean ended = !started && watchdog.cancel(false);
    watchdog.cancel(false);
    return new Start(
        lines,
        ended ? Optional.of(code) : Optional.empty(),
        Duration.ofNanos(System.nanoTime() - begin));
  }

  /** What was said of the start, or all lines where nothing was. */
  String message() {
    return lines.stream()
        .flatMap(
            line -> after(line, STARTED, STARTED).or(() -> after(line, NOT_STARTED, "")).stream())
        .findFirst()
        .orElseGet(() -> String.join("\n", lines));
  }

  private static Optional<String> after(String line, String mark, String kept) {
    int at = line.indexOf(mark);
    return at < 0 ? Optional.empty() : Optional.of(kept + line.substring(at + mark.length()));
  }
}
