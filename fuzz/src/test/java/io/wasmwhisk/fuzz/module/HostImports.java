// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.module;

import io.wasmwhisk.engine.binary.rewrite.ReservedNames;
import java.util.Map;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/** A host that grants everything, to modules that import nothing else. */
final class HostImports {
  private static final ProxyExecutable GROW = arguments -> 1;
  private static final ProxyExecutable GROWN = arguments -> 0;
  private static final ProxyExecutable FRAMES = arguments -> Long.MAX_VALUE;

  private HostImports() {}

  static ProxyObject object() {
    Map<String, Object> functions =
        Map.of(ReservedNames.GROW, GROW, ReservedNames.GROWN, GROWN, ReservedNames.FRAMES, FRAMES);
    return ProxyObject.fromMap(Map.of(ReservedNames.HOST, ProxyObject.fromMap(functions)));
  }
}
