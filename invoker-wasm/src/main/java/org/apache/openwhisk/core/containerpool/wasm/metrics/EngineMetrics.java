// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.metrics;

import io.wasmwhisk.engine.EngineStatistics;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What the engine says of itself: gauges as they are, counts by what they grew since the last time.
 */
final class EngineMetrics {
  private final Supplier<EngineStatistics> engine;
  private EngineStatistics last;

  EngineMetrics(Supplier<EngineStatistics> engine) {
    this.engine = engine;
    this.last = engine.get();
  }

  synchronized void emit() {
    EngineStatistics now = engine.get();
    counters(now);
    gauges(now);
    last = now;
  }

  private void counters(EngineStatistics now) {
    Metric.MODULE_CACHE.add("hit", grown(now, all -> all.modules().hits()));
    Metric.MODULE_CACHE.add("miss", grown(now, all -> all.modules().misses()));
    Metric.MODULE_CACHE.add("failure", grown(now, all -> all.modules().failures()));
    Metric.MODULE_CACHE.add("eviction", grown(now, all -> all.modules().evictions()));
    Metric.COMPILING.add(grown(now, all -> all.modules().compiling().toMillis()));
    Metric.MEMORY_REFUSAL.add(grown(now, all -> all.memory().refusals()));
  }

  private long grown(EngineStatistics now, ToLongFunction<EngineStatistics> count) {
    return count.applyAsLong(now) - count.applyAsLong(last);
  }

  private static void gauges(EngineStatistics now) {
    Metric.GUESTS.set("running", now.load().running());
    Metric.GUESTS.set("started", now.load().started());
    Metric.GUESTS.set("queued", now.load().queued());
    Metric.GUESTS.set("lingering", now.load().lingering());
    Metric.GUESTS.set("awaitingMemory", now.memory().waiting());
    Metric.MEMORY.set("used", now.memory().used());
    Metric.MEMORY.set("peak", now.memory().peak());
    Metric.MEMORY.set("budget", now.memory().budget());
    Metric.MODULES.set(now.modules().cached());
    Metric.MODULE_MEMORY.set(now.modules().bytes());
  }
}
