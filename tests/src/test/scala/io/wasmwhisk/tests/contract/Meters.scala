// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.contract

import kamon.Kamon
import kamon.metric.{Counter, Distribution, Gauge, Histogram, MeasurementUnit}
import kamon.tag.TagSet

/** What Kamon's meters stand at, by the names that its reporters give them; reading changes nothing. */
object Meters {

  def counter(name: String, tags: Map[String, String] = Map.empty): Long =
    Kamon.counter(s"counter.$name").withTags(TagSet.from(tags)) match {
      case counter: Counter.LongAdder => counter.snapshot(resetState = false)
    }

  def gauge(name: String, tags: Map[String, String], unit: MeasurementUnit = MeasurementUnit.none): Double =
    Kamon.gauge(s"gauge.$name", unit).withTags(TagSet.from(tags)) match {
      case gauge: Gauge.Volatile => gauge.snapshot(resetState = false)
    }

  def histogram(name: String, unit: MeasurementUnit): Distribution =
    Kamon.histogram(s"histogram.$name", unit).withTags(TagSet.Empty) match {
      case histogram: Histogram.Atomic => histogram.snapshot(false)
    }
}
