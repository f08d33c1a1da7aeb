// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.conformance;

import io.wasmwhisk.cli.guest.GuestEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figure of a suite, printed while it comes about. */
public final class Report {
  private final PrintWriter out;
  private final Map<String, String> failures = new LinkedHashMap<>();
  private final List<String> skipped = new ArrayList<>();
  private int passed;

  private Report(PrintWriter out) {
    this.out = out;
  }

  /**
   * Runs all tests, one after the other.
   *
   * @param deadline how long one test may take
   * @param out a line for each test, the figure, and each failure with its reasons
   * @return whether all that were run passed
   */
  public static boolean of(Suite suite, GuestEngine engine, Duration deadline, PrintWriter out)
      throws IOException, InterruptedException {
    Report report = new Report(out);
    for (SuiteTest test : suite.tests()) {
      report.add(test.name(), new Trial(engine, deadline).of(test));
    }
    report.conclude(suite.others());
    return report.failures.isEmpty();
  }

  private void add(String test, Verdict verdict) {
    switch (verdict) {
      case Verdict.Passed yes -> {
        passed++;
        out.println("passed   " + test);
      }
      case Verdict.Failed no -> {
        failures.put(test, no.reason());
        out.println("FAILED   " + test);
      }
      case Verdict.Skipped not -> {
        skipped.add(test + ": needs " + not.reason());
        out.println("skipped  " + test);
      }
    }
    out.flush();
  }

  private void conclude(int others) {
    out.println();
    failures.forEach((test, reason) -> out.println(test + "\n" + reason.indent(2).stripTrailing()));
    skipped.forEach(out::println);
    out.printf(
        "%d of %d passed, %d failed, %d skipped; %d tests for other versions of WASI were left out%n",
        passed, passed + failures.size() + skipped.size(), failures.size(), skipped.size(), others);
  }
}
