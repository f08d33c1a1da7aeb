// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/** What rewritten modules ask; notes every question and answer in its order. */
final class Host {
  private final List<String> calls = new ArrayList<>();
  private final long limit;
  private final long frameLimit;

  /** Grants everything. */
  Host() {
    this(Long.MAX_VALUE);
  }

  /**
   * @param limit bytes that any one memory or table may have
   */
  Host(long limit) {
    this(limit, Long.MAX_VALUE);
  }

  /**
   * @param frameLimit bytes that call frames may have; given as they are asked for
   */
  Host(long limit, long frameLimit) {
    this.limit = limit;
    this.frameLimit = frameLimit;
  }

  /** As {@code name(arguments) answer}. */
  List<String> calls() {
    return calls;
  }

  /** The import object. */
  Object imports() {
    ProxyExecutable grow = arguments -> note("grow", arguments, grow(arguments));
    ProxyExecutable grown = arguments -> note("grown", arguments, 0);
    ProxyExecutable frames = arguments -> note("frames", arguments, frames(arguments));
    Map<String, Object> functions =
        Map.of(ReservedNames.GROW, grow, ReservedNames.GROWN, grown, ReservedNames.FRAMES, frames);
    return ProxyObject.fromMap(Map.of(ReservedNames.HOST, ProxyObject.fromMap(functions)));
  }

  private int grow(Value[] arguments) {
    return arguments[0].asLong() <= limit - arguments[1].asLong() ? 1 : 0;
  }

  private long frames(Value[] arguments) {
    if (arguments[0].asLong() > frameLimit) {
      throw new IllegalStateException("no more frames");
    }
    return arguments[0].asLong();
  }

  private Object note(String name, Value[] arguments, Object answer) {
    calls.add(name + List.of(arguments) + " " + answer);
    return answer;
  }
}
