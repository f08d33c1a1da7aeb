// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

import io.wasmwhisk.engine.EngineReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server prints: read all the time, so that it never waits for us; the end is kept. */
final class ServerOutput {
  private static final int LINES = 60;
  private static final int LINE_LENGTH = 2_000;

  /** What WasmContainerFactory logs in its {@code init()}. */
  private static final Pattern ENGINE =
      Pattern.compile("WasmWhisk runs actions on (\\S+) \\((.+?)\\), Java ([^ \\s]+?)(\\. .*)?$");

  private static final String MAIN_FAILED = "Exception in thread \"main\"";

  private final Deque<String> last = new ArrayDeque<>();
  private boolean mainFailed;
  private Optional<EngineReport> engine = Optional.empty();

  private ServerOutput() {}

  /**
   * Starts to read.
   *
   * @param log a file that gets all of it
   */
  static ServerOutput of(Process process, Optional<Path> log) throws IOException {
    ServerOutput output = new ServerOutput();
    Writer copy = log.isPresent() ? Files.newBufferedWriter(log.get()) : Writer.nullWriter();
    Thread.ofPlatform()
        .daemon()
        .name("openwhisk output")
        .start(() -> output.readAll(process.inputReader(), copy));
    return output;
  }

  private void readAll(BufferedReader lines, Writer copy) {
    try (lines;
        copy) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.write(line + "\n");
        copy.flush();
        keep(line);
      }
    } catch (IOException e) {
      keep("What the server prints is no longer read: " + e); // it was ended, or the disk is full
    }
  }

  private synchronized void keep(String line) {
    Matcher found = ENGINE.matcher(line);
    if (found.find()) {
      engine =
          Optional.of(
              new EngineReport(
                  found.group(1), found.group(2), found.group(4) == null, found.group(3)));
    }
    mainFailed |= line.startsWith(MAIN_FAILED);
    last.add(line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + "…" : line);
    if (last.size() > LINES) {
      last.remove();
    }
  }

  /** The last lines. */
  synchronized String end() {
    return String.join("\n", last);
  }

  /** Whether the server's start ended with an exception, which leaves its JVM alive. */
  synchronized boolean mainFailed() {
    return mainFailed;
  }

  /** What the plugin said of its engine. */
  synchronized Optional<EngineReport> engine() {
    return engine;
  }
}
