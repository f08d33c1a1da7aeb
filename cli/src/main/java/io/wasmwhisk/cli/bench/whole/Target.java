// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import java.util.Locale;

/**
 * A figure that is wanted, and what it is.
 *
 * @param what is measured
 * @param bench by which one
 * @param wanted the figure that it is to have
 * @param measured what it has, with its unit and what it is compared with
 * @param ratio of measured to wanted; NaN when it is not measured
 * @param verdict whether that is enough
 */
public record Target(
    String what, String bench, String wanted, String measured, double ratio, Verdict verdict) {
  /** Whether a figure is what it is to be. */
  public enum Verdict {
    /** It is. */
    MET("met"),
    /** It is not. */
    MISSED("NOT MET"),
    /** It is not known. */
    ABSENT("not measured");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** As people read it. */
    String words() {
      return words;
    }
  }

  /**
   * One that may not be above a figure.
   *
   * @param unit of both figures, after a space; or nothing
   * @param value NaN when it is not known
   * @param of what it is made of, or why it is not known
   */
  static Target atMost(
      String what, String bench, double limit, String unit, double value, String of) {
    return bound(what, bench, "at most ", limit, unit, value, of, value <= limit);
  }

  /** One that may not be below a figure; the same otherwise. */
  static Target atLeast(
      String what, String bench, double limit, String unit, double value, String of) {
    return bound(what, bench, "at least ", limit, unit, value, of, value >= limit);
  }

  private static Target bound(
      String what,
      String bench,
      String side,
      double limit,
      String unit,
      double value,
      String of,
      boolean met) {
    String wanted = side + number(limit) + unit;
    if (Double.isNaN(value)) {
      return new Target(what, bench, wanted, of, Double.NaN, Verdict.ABSENT);
    }
    return new Target(
        what,
        bench,
        wanted,
        number(value) + unit + (of.isEmpty() ? "" : ": " + of),
        value / limit,
        met ? Verdict.MET : Verdict.MISSED);
  }

  /** With as many digits as say something. */
  static String number(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < 1e9) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%.0f", value);
  }
}
