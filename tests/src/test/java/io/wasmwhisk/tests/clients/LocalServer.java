// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.clients;

import io.wasmwhisk.tests.cli.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./wasmwhisk standalone} on a free port. */
public final class LocalServer implements AutoCloseable {
  /** OpenWhisk's published key of the namespace guest. */
  public static final String KEY =
      "23bc46b1-71f6-4ed5-8c54-816aa4f8c502:"
          + "123zO3xZCLrMN6v2BKK1dXYFpXlPkccOFqm12CdAsMgRU4VrNZ9lyGVCGuMDGIwP";

  private static final Pattern LISTENS =
      Pattern.compile("OpenWhisk with WebAssembly listens on (http://127\\.0\\.0\\.1:[0-9]+)");
  private static final long STOP_SECONDS = 20;

  private final Process process;
  private final String report;
  private final URI host;

  private LocalServer(Process process) throws IOException {
    this.process = process;
    report = startReport(process.inputReader());
    Matcher listens = LISTENS.matcher(report);
    if (!listens.find()) {
      throw new AssertionError("The server did not start; it printed: " + report);
    }
    host = URI.create(listens.group(1));
  }

  /** Starts it and waits until it said how to call it. */
  public static LocalServer start(String... options) throws IOException {
    return new LocalServer(Tool.wasmwhisk().and("standalone", "--port", "0").and(options).start());
  }

  private static String startReport(BufferedReader out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      text.append(line).append('\n');
      if (line.equals("Ctrl-C stops.")) {
        break;
      }
    }
    return text.toString();
  }

  /** Scheme, name and port. */
  public URI host() {
    return host;
  }

  /** What it printed at the start. */
  public String report() {
    return report;
  }

  /** Stops it as Ctrl-C or a service manager does. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The server did not stop within " + STOP_SECONDS + " s");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
