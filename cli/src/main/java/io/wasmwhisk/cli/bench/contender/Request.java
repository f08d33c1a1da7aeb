// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

import java.time.Duration;

/** What a contender is asked to measure. */
public sealed interface Request {
  /** Calls of one request at most: their samples are kept. */
  int MOST_CALLS = 20_000;

  /** As it is sent to a peer: its name and whole numbers, on one line. */
  String line();

  /**
   * The module under a name never seen before is compiled and called once, again and again. The
   * answer has {@code compile}, {@code cold} (the call alone) and {@code new} (both).
   *
   * @param time for so long
   * @param least but so often at least
   */
  record New(Duration time, int least) implements Request {
    @Override
    public String line() {
      return "new %d %d".formatted(time.toMillis(), least);
    }
  }

  /**
   * Each thread calls the module, compiled before, again and again. The answer has {@code calls};
   * one who cannot do it has nothing.
   *
   * @param pause before each call
   */
  record Calls(int threads, Duration time, Duration pause) implements Request {
    @Override
    public String line() {
      return "calls %d %d %d %d"
          .formatted(threads, time.toMillis(), pause.toNanos() / 1_000, MOST_CALLS);
    }
  }

  /**
   * So many instances of the module, compiled before, run at once, and all wait for their input.
   * The answer has {@code live}: bytes of heap that each takes. Only who runs in this JVM can tell.
   */
  record Live(int instances) implements Request {
    @Override
    public String line() {
      return "live %d".formatted(instances);
    }
  }

  /**
   * An empty module is called: what the embedding takes without the guest. The answer has {@code
   * overhead}.
   */
  record Overhead(int calls) implements Request {
    @Override
    public String line() {
      return "overhead %d".formatted(calls);
    }
  }

  /**
   * The module under a name never seen before is compiled, and called one after the other. The
   * answer has {@code compile}, {@code activations} (wall time of the first ones and the last ten),
   * {@code processor} (processor time of the same), and {@code within}: how many ended in {@code
   * time}.
   *
   * @param activations so many at least
   * @param time and for so long at least
   * @param most but no longer than this
   */
  record Course(int activations, Duration time, Duration most) implements Request {
    @Override
    public String line() {
      return "course %d %d %d".formatted(activations, time.toMillis(), most.toMillis());
    }
  }
}
