// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

/**
 * Counts, values and gauges for OpenWhisk's metrics: handed to Kamon where {@code
 * whisk.metrics.kamon-enabled} is true, and nothing at all otherwise.
 */
public final class MetricEmitter {
  private MetricEmitter() {}

  /** Adds to a counter. */
  public static void emitCounterMetric(LogMarkerToken token, long times) {
    if (TransactionId.metricsKamon()) {
      token.counter().increment(times);
    }
  }

  /** How much a call without a number adds to a counter. */
  public static long emitCounterMetric$default$2() {
    return 1L;
  }

  /** Records one value, in the token's unit. */
  public static void emitHistogramMetric(LogMarkerToken token, long value) {
    if (TransactionId.metricsKamon()) {
      token.histogram().record(value);
    }
  }

  /** Sets a gauge, in the token's unit. */
  public static void emitGaugeMetric(LogMarkerToken token, long value) {
    if (TransactionId.metricsKamon()) {
      token.gauge().update((double) value);
    }
  }
}
