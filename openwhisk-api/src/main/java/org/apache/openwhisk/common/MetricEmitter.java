// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

/**
 * Counts and times for OpenWhisk's metrics. OpenWhisk hands them to Kamon where {@code
 * whisk.metrics.kamon-enabled} is true; there is no Kamon here, so nothing is counted.
 */
public final class MetricEmitter {
  private MetricEmitter() {}

  /** Adds to a counter. */
  public static void emitCounterMetric(LogMarkerToken token, long times) {}

  /** How much a call without a number adds to a counter. */
  public static long emitCounterMetric$default$2() {
    return 1L;
  }

  /** Records one value, in milliseconds or bytes by the token. */
  public static void emitHistogramMetric(LogMarkerToken token, long value) {}

  /** Sets a gauge. */
  public static void emitGaugeMetric(LogMarkerToken token, long value) {}
}
