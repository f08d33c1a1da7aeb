// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.call;

import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.process.Usage;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** How figures of calls and processes are printed and written. */
public final class Figures {
  private static final double BYTES_PER_MIB = 1 << 20;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MANY = 100;

  private Figures() {}

  /** A number with as many digits as say something; {@code -} for what is not known. */
  public static String number(double value) {
    return number(Math.abs(value) < MANY ? "%.1f" : "%.0f", value);
  }

  /** A number in a form of {@link String#format}; {@code -} for what is not known. */
  public static String number(String form, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, form, value);
  }

  /** Two digits after the point; {@code -} for what is not known. */
  public static String ratio(double value) {
    return number("%.2f", value);
  }

  /** Processors that were busy; {@code -} where the process is not seen. */
  public static String processors(Usage usage) {
    return usage.resident() == 0 ? "-" : ratio(usage.processors());
  }

  /** Processors of the machine that were busy; {@code -} where the process is not seen. */
  public static String machineProcessors(Usage usage) {
    return usage.machineUsed() == 0 ? "-" : ratio(usage.machineProcessors());
  }

  /** Memory in MiB; {@code -} where it is not seen. */
  public static String mebibytes(long bytes) {
    return bytes == 0 ? "-" : String.format(Locale.ROOT, "%.0f", bytes / BYTES_PER_MIB);
  }

  /** Prints some of what was wrong below a row; nothing where nothing was. */
  public static void printComplaints(PrintWriter out, Activations activations) {
    if (activations.wrong() > 0) {
      out.printf("  WRONG: %d of %d calls%n", activations.wrong(), activations.count());
      activations.complaints().forEach(each -> out.println("    " + each));
    }
  }

  /** Writes a member {@code usage}; times in milliseconds, memory in bytes. */
  public static void write(JsonGenerator json, List<Usage> parts) throws IOException {
    Usage usage = Usage.sum(parts);
    json.writeObjectFieldStart("usage");
    json.writeNumberField("wall", usage.wallNanos() / NANOS_PER_MILLI);
    json.writeNumberField("serverCpu", usage.cpuNanos() / NANOS_PER_MILLI);
    json.writeNumberField("machineCpu", usage.machineNanos() / NANOS_PER_MILLI);
    json.writeNumberField("serverRss", usage.resident());
    json.writeNumberField("machineMemory", usage.machineUsed());
    json.writeEndObject();
  }
}
