// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.local;

import io.wasmwhisk.cli.rest.ServerAccess;
import io.wasmwhisk.engine.EngineReport;
import java.util.List;

/**
 * What a user of the local server needs to know.
 *
 * @param access where it listens, and the key
 * @param engine what runs guests
 * @param kinds the runtimes' kinds, in the order in which the server lists them
 * @param samples the sample actions
 */
public record StartReport(
    ServerAccess access, EngineReport engine, List<String> kinds, Samples samples) {
  private static final String SHOWN = "hello";

  /** Copies the list. */
  public StartReport {
    kinds = List.copyOf(kinds);
  }

  /** The report, to be printed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("\nOpenWhisk with WebAssembly listens on %s\n\n".formatted(access.host()));
    line(
        text,
        "engine",
        "%s, %s, Java %s".formatted(engine.engine(), execution(), engine.javaVersion()));
    line(text, "key", access.key());
    line(text, "kinds", String.join(", ", kinds));
    line(
        text,
        "samples",
        samples.deployed().isEmpty() ? "none" : String.join(", ", samples.deployed()));
    samples.problem().ifPresent(problem -> line(text, "", problem.replace("\n", " ")));
    if (samples.deployed().contains(SHOWN)) {
      text.append("\nCall a sample:\n").append(calls());
    }
    text.append("\nDeploy a module:\n  ./wasmwhisk deploy NAME FILE.wasm%s\n".formatted(apiHost()));
    text.append("\nCtrl-C stops.\n");
    return text.toString();
  }

  private String execution() {
    return engine.compiles()
        ? "guest code is compiled (%s)".formatted(engine.implementation())
        : "guest code is NOT compiled (%s)".formatted(engine.implementation());
  }

  private String calls() {
    return """
      ./wasmwhisk invoke hello -r -p name World%s
      wsk --apihost %s --auth %s action invoke hello -r -p name World
      curl -u %s -H 'Content-Type: application/json' -d '{"name":"World"}' \\
        '%s/api/v1/namespaces/_/actions/hello?blocking=true&result=true'
    """
        .indent(2)
        .formatted(apiHost(), access.host(), access.key(), access.key(), access.host());
  }

  /** The option that our own command needs to find another server than its default. */
  private String apiHost() {
    return access.host().equals(ServerAccess.LOCAL_HOST) ? "" : " --apihost " + access.host();
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("  %-9s%s\n".formatted(label, value));
  }
}
