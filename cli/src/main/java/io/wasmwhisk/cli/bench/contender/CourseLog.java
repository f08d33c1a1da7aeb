// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The calls of a {@link Request.Course} as they come. */
final class CourseLog {
  private static final int LAST = 10;

  private final Request.Course request;
  private final List<Long> walls = new ArrayList<>();
  private final List<Long> cpus = new ArrayList<>();
  private final long began = System.nanoTime();
  private long start;
  private long cpu;

  CourseLog(Request.Course request) {
    this.request = request;
  }

  boolean goesOn() {
    long passed = System.nanoTime() - began;
    return passed < request.most().toNanos()
        && (passed < request.time().toNanos() || walls.size() < request.activations());
  }

  void starts() {
    cpu = Recorder.processNanos();
    start = System.nanoTime();
  }

  void ends() {
    walls.add(System.nanoTime() - start);
    cpus.add(Recorder.processNanos() - cpu);
  }

  Answer answer(long compileNanos) {
    return new Answer(
        Map.of(
            "compile", Samples.of(compileNanos, 0, compileNanos),
            "activations", Samples.of(sum(walls), sum(cpus), kept(walls)),
            "processor", Samples.of(0, 0, kept(cpus)),
            "within", Samples.of(request.time().toMillis(), 0, within())));
  }

  private static long sum(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).sum();
  }

  /** The first ones and the last. */
  private long[] kept(List<Long> values) {
    int first = request.activations();
    List<Long> kept = new ArrayList<>(values.subList(0, Math.min(first, values.size())));
    if (values.size() > first) {
      kept.addAll(values.subList(Math.max(first, values.size() - LAST), values.size()));
    }
    return kept.stream().mapToLong(Long::longValue).toArray();
  }

  /** How many ended in the request's time. */
  private long within() {
    long passed = 0;
    for (int i = 0; i < walls.size(); i++) {
      passed += walls.get(i);
      if (passed > request.time().toNanos()) {
        return i;
      }
    }
    return walls.size();
  }
}
