// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.process;

import java.util.List;

/**
 * What a process and its machine took for a while; what could not be seen is 0.
 *
 * @param wallNanos how long
 * @param cpuNanos processor time of the process
 * @param machineNanos processor time of the whole machine: who runs actions in containers has them
 *     in other processes
 * @param resident the most bytes that the process was seen to have in memory
 * @param machineUsed the most bytes of the machine's memory that were seen to be taken
 */
public record Usage(
    long wallNanos, long cpuNanos, long machineNanos, long resident, long machineUsed) {
  /** Nothing for no time. */
  public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

  /** Processors that the process kept busy, on average. */
  public double processors() {
    return wallNanos == 0 ? 0 : (double) cpuNanos / wallNanos;
  }

  /** Processors of the machine that were busy, on average. */
  public double machineProcessors() {
    return wallNanos == 0 ? 0 : (double) machineNanos / wallNanos;
  }

  /** One after the other. */
  public static Usage sum(List<Usage> parts) {
    return parts.stream().reduce(NONE, Usage::plus);
  }

  private Usage plus(Usage other) {
    return new Usage(
        wallNanos + other.wallNanos,
        cpuNanos + other.cpuNanos,
        machineNanos + other.machineNanos,
        Math.max(resident, other.resident),
        Math.max(machineUsed, other.machineUsed));
  }
}
